package io.dunwell.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of an import whose worker dies, and who goes on with it. */
@DunwellTest
class ImportCrashTests {

  private static final Actor ACCOUNTS = new Actor("accounts");
  private static final int ROWS = 5_000;

  @Autowired ImportLeases leases;
  @Autowired ImportStore store;
  @Autowired ImportRuns runs;
  @Autowired Imports imports;
  @Autowired Uploads uploads;
  @Autowired Profiles profiles;
  @Autowired JdbcClient jdbc;
  @Autowired CrashAt crash;

  @AfterEach
  void calm() {
    crash.never();
  }

  @Test
  void aCrashLeavesFinishedChunksOnlyAndTheNextWorkerGoesOnBehindThem() throws IOException {
    ImportId id = put();
    crash.after(3_000);
    runs.run(id);
    assertThat(imports.view(id).status()).isEqualTo(ImportStatus.RUNNING);
    assertThat(imports.view(id).rows()).isEqualTo(2_000);
    assertThat(documents()).isEqualTo(2_000);
    crash.never();
    assertThat(runs.run(id)).as("the import rests for a while after a breakdown").isFalse();
    expire(id);
    assertThat(leases.waiting()).containsExactly(id);
    assertThat(runs.run(id)).isTrue();
    ImportView done = imports.view(id);
    assertThat(done.status()).isEqualTo(ImportStatus.FINISHED);
    assertThat(done.accepted()).isEqualTo(ROWS);
    assertThat(done.duplicates()).isZero();
    assertThat(documents()).isEqualTo(ROWS);
  }

  @Test
  void ofTwoNodesOnlyOneWorks() throws Exception {
    ImportId id = put();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Books books = Books.current();
      Callable<Boolean> node = () -> books.within(() -> runs.run(id));
      List<Future<Boolean>> worked = nodes.invokeAll(List.of(node, node));
      assertThat(List.of(worked.get(0).get(), worked.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    } finally {
      nodes.shutdown();
    }
    assertThat(documents()).isEqualTo(ROWS);
  }

  @Test
  void aWorkerThatLostItsLeaseBooksNothingMore() throws IOException {
    ImportId id = put();
    String slow = Ids.next().toString();
    leases.lease(id, slow, Duration.ofMinutes(1));
    expire(id);
    runs.run(id);
    assertThat(leases.renew(id, slow, Duration.ofMinutes(1))).isEmpty();
    assertThat(documents()).isEqualTo(ROWS);
  }

  @Test
  void aCancelledImportStopsAndKeepsWhatItHasBooked() throws IOException {
    ImportId id = put();
    crash.after(3_000);
    runs.run(id);
    crash.never();
    expire(id);
    ImportView view = imports.cancel(id, ACCOUNTS);
    assertThat(view.status()).isEqualTo(ImportStatus.CANCELLED);
    assertThat(documents()).isEqualTo(2_000);
    assertThat(runs.run(id)).isFalse();
  }

  private ImportId put() throws IOException {
    String content =
        "customerNumber,invoiceNumber,invoicedOn,amount,currency\n"
            + IntStream.range(0, ROWS)
                .mapToObj(i -> "C%d,N%d,2026-01-05,%d.00,EUR\n".formatted(i % 7, i, i + 1))
                .collect(Collectors.joining());
    Path file = Files.write(Files.createTempFile("import", ".csv"), content.getBytes(UTF_8));
    ImportId id = new ImportId(Ids.next());
    store.create(
        new ImportStore.Order(
            id,
            ImportKind.LEDGER,
            profiles.get("standard-ledger"),
            null,
            false,
            "crash.csv",
            Uploads.measure(file),
            ACCOUNTS));
    uploads.store(id, file);
    Files.delete(file);
    return id;
  }

  private void expire(ImportId id) {
    jdbc.sql("update exchange.import set lease_until = '-infinity' where id = :id")
        .param("id", id.value())
        .update();
  }

  private long documents() {
    return jdbc.sql("select count(*) from receivables.v_open_item").query(Long.class).single();
  }
}
