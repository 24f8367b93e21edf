package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.BareEngine;
import io.dunwell.DunwellTest;
import io.dunwell.billing.process.BulkSubmission;
import io.dunwell.contracts.BillingRule;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.workflow.Workflow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deliveries become drafts, are approved straight through and issued with PDF and letter, held
 * against the engine alone running the same number of bare instances in the same database, before
 * and after it. Goal: at most three times as long, the printing of PDFs counted apart.
 */
@DunwellTest
@Tag("bench")
class BillingBench {

  private static final LocalDate UP_TO = BigMill.FIRST.plusDays(89);

  @Autowired BigMill mill;
  @Autowired BillingRuns runs;
  @Autowired BulkSubmission submission;
  @Autowired Workflow workflow;
  @Autowired BareEngine engine;
  @Autowired MeterRegistry meters;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(ints = {500, 1_000, 10_000})
  void fromDeliveriesToIssuedInvoices(int deliveries) {
    if (deliveries > Integer.getInteger("dunwell.bench.deliveries", 10_000)) {
      return;
    }
    mill.deliver(mill.contracts(deliveries / 10, BillingRule.PER_DELIVERY), deliveries, 90);
    jdbc.sql("analyze").update();
    Duration before = engine.starts(deliveries);
    double printedBefore = printing();
    Duration drafted = timed(() -> runs.run(UP_TO, false, Mill.CLERK));
    List<InvoiceId> drafts = drafts();
    Duration submitted = timed(() -> submission.submitAll(drafts, Mill.CLERK));
    Duration issued = timed(workflow::workDueJobs);
    double printed = printing() - printedBefore;
    assertThat(
            jdbc.sql("select count(*) from billing.invoice where letter is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(deliveries);
    Duration after = engine.starts(deliveries);
    double bare = (seconds(before) + seconds(after)) / 2;
    double ours = seconds(drafted) + seconds(submitted) + seconds(issued) - printed;
    System.out.printf(
        Locale.ROOT,
        "BENCH billing of %,d deliveries: run %.1f s, approval %.1f s, issue %.1f s, of which PDF"
            + " %.1f s (%.1f ms each); without PDF %.1f s; engine alone: %.1f s (%.1f s before, %.1f s"
            + " after); ratio %.2f (goal 3.00)%n",
        deliveries,
        seconds(drafted),
        seconds(submitted),
        seconds(issued),
        printed,
        printed * 1000 / deliveries,
        ours,
        bare,
        seconds(before),
        seconds(after),
        ours / bare);
  }

  private List<InvoiceId> drafts() {
    return jdbc
        .sql("select id from billing.invoice where status = 'DRAFT' order by customer, id")
        .query(java.util.UUID.class)
        .list()
        .stream()
        .map(InvoiceId::new)
        .toList();
  }

  private double printing() {
    return meters.timer("dunwell.billing.print").totalTime(TimeUnit.NANOSECONDS) / 1e9;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
