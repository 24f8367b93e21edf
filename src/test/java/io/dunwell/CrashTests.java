package io.dunwell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a power failure leaves behind: a process is killed in the middle of its work and started
 * again on the same database. Nothing is lost, nothing is done twice.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrashTests {

  private static final String USER = "first.admin@example.com";
  private static final String PASSWORD = "a-long-enough-password-1";
  private static final String ADMIN = USER + ":" + PASSWORD;
  private static final int ACCOUNTS = 1_500;
  private static final int DRAFTS = 300;
  private static final String PROFILE =
      """
      {"kind": "ledger", "format": {"dates": ["yyyy-MM-dd"], "decimal": "."},
       "columns": {"customerNumber": "customer", "invoiceNumber": "invoice",
         "invoicedOn": "invoiced", "dueOn": "due", "amount": "amount"},
       "defaults": {"currency": "INR", "country": "IN"}, "createCustomers": true}
      """;

  private static EmbeddedPostgres server;

  @BeforeAll
  static void startServer() throws IOException {
    // it is Dunwell that is killed: the database lives on, and need not wait for its disk
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Test
  void aLoadThatWasKilledGoesOnWhereItsLastChunkEnded() throws Exception {
    int rows = 40_000;
    Map<String, String> settings = database("killed_load");
    try (RunningCopy first = started(settings)) {
      RunningCopy.json(first.send(ADMIN, "PUT", "/api/import-profiles/plain", PROFILE));
      var unused =
          CompletableFuture.supplyAsync(() -> load(first, rows)).exceptionally(cutOff -> null);
      first.until(
          "some chunks are in, and not all",
          () -> count("killed_load", "receivables.document") > 0);
      first.kill();
    }
    long kept = count("killed_load", "receivables.document");
    assertThat(kept).isPositive();

    try (RunningCopy second = started(settings)) {
      second.until("the load has gone on", () -> finished(second));
      JsonNode load = RunningCopy.json(second.get(ADMIN, "/api/imports")).get("content").get(0);

      assertThat(load.get("accepted").asInt()).isEqualTo(rows);
      assertThat(count("killed_load", "receivables.document")).isEqualTo(rows);
      assertThat(count("killed_load", "ledger.entry")).isEqualTo(rows);
      assertThat(load(second, rows).get("duplicates").asInt()).isEqualTo(rows);
    }
  }

  @Test
  void aDailyRunThatWasKilledChasesEveryAccountOnce() throws Exception {
    Map<String, String> settings = database("killed_run");
    String run = "{\"date\": \"2025-04-10\", \"dryRun\": false}";
    try (RunningCopy first = started(settings)) {
      RunningCopy.json(first.send(ADMIN, "PUT", "/api/import-profiles/plain", PROFILE));
      load(first, ACCOUNTS);
      giveAddresses("killed_run");
      var unused =
          CompletableFuture.supplyAsync(() -> post(first, "/api/daily-runs", run))
              .exceptionally(cutOff -> null);
      first.until("some accounts are chased", () -> count("killed_run", "dunning.notice") > 0);
      first.kill();
    }
    assertThat(count("killed_run", "dunning.notice")).isPositive();

    try (RunningCopy second = started(settings)) {
      post(second, "/api/daily-runs", run);
      second.until("everyone is chased", () -> count("killed_run", "dunning.notice") == ACCOUNTS);
      post(second, "/api/daily-runs", run);

      assertThat(count("killed_run", "dunning.notice")).isEqualTo(ACCOUNTS);
      assertThat(count("killed_run", "correspondence.letter")).isEqualTo(ACCOUNTS);
      assertThat(count("killed_run", "dunning.dunning_case")).isEqualTo(ACCOUNTS);
      assertThat(count("killed_run", "public.act_ru_execution where parent_id_ is null"))
          .as("process instances")
          .isGreaterThanOrEqualTo(ACCOUNTS);
    }
  }

  @Test
  void aSubmissionThatWasKilledIssuesEveryDraftOnce() throws Exception {
    Map<String, String> settings = database("killed_submission");
    settings.put("DUNWELL_BILLING_SELLER_TAXNUMBER", "27AAPFU0939F1ZV");
    // what the dead process had taken up is free again after that
    settings.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "8000");
    String submission;
    try (RunningCopy first = started(settings)) {
      submission = drafts(first) + "/submission";
      post(first, submission, "{}");
      first.until("some are issued", () -> issued() > 0);
      first.kill();
    }
    long kept = issued();
    assertThat(kept).isPositive().isLessThan(DRAFTS);

    try (RunningCopy second = started(settings)) {
      second.until(
          "it has gone on to its end",
          () ->
              !RunningCopy.json(second.get(ADMIN, submission)).path("finishedAt").isNull()
                  && issued() == DRAFTS);
      String database = "killed_submission";
      assertThat(count(database, "billing.submission_draft where outcome = 'SUBMITTED'"))
          .isEqualTo(DRAFTS);
      assertThat(count(database, "billing.submission_draft")).isEqualTo(DRAFTS);
      assertThat(count(database, "(select distinct number from billing.invoice) n"))
          .as("no number twice")
          .isEqualTo(DRAFTS);
      assertThat(
              count(
                  database,
                  "generate_series(1, %d) n where not exists (select 1 from billing.invoice i"
                          .formatted(DRAFTS)
                      + " where substring(i.number from '[0-9]+$')::int = n)"))
          .as("no gap")
          .isZero();
      assertThat(count(database, "correspondence.letter")).as("no letter twice").isEqualTo(DRAFTS);
      assertThat(count(database, "(select distinct letter from billing.invoice) l"))
          .isEqualTo(DRAFTS);
      long before = 1;
      assertThat(count(database, "receivables.document")).isEqualTo(before + DRAFTS);
      assertThat(count(database, "ledger.entry")).isEqualTo(before + DRAFTS);
      assertThat(count(database, "public.act_ru_job")).as("nothing is left to do").isZero();
    }
  }

  private static long issued() {
    return count("killed_submission", "billing.invoice where status = 'ISSUED'");
  }

  /** Drafts that a policy lets pass; answers their run. */
  private static String drafts(RunningCopy dunwell) throws SQLException {
    LocalDate today =
        LocalDate.parse(
            RunningCopy.json(dunwell.get(ADMIN, "/api/business-date")).get("date").asText());
    LocalDate before = today.minusDays(10);
    RunningCopy.json(dunwell.send(ADMIN, "PUT", "/api/import-profiles/plain", PROFILE));
    upload(
        dunwell,
        "ledger&profile=plain",
        "customer,invoice,invoiced,due,amount\nC-1,OLD-1,%s,%s,100.00\n"
            .formatted(before, today.plusDays(20)));
    giveAddresses("killed_submission");
    upload(
        dunwell,
        "contracts",
        """
        contractNumber,customerNumber,title,validFrom,billingRule,currency,owner,placeOfSupply
        F-1,C-1,Yarn,2025-04-01,PER_DELIVERY,INR,sales,27
        """);
    upload(
        dunwell, "price-lines", "contractNumber,item,unit,prices,taxCode\nF-1,YARN,KGS,250,5205\n");
    StringBuilder csv =
        new StringBuilder("deliveryNumber,contractNumber,deliveredOn,item,quantity\n");
    for (int i = 0; i < DRAFTS; i++) {
      csv.append("D-%d,F-1,%s,YARN,%d%n".formatted(i, before, 1 + i % 50));
    }
    upload(dunwell, "deliveries", csv.toString());
    var begun = dunwell.post(ADMIN, "/api/billing-runs", "{\"upTo\": \"%s\"}".formatted(today));
    String run = begun.headers().firstValue("Location").orElseThrow();
    dunwell.until(
        "the drafts are made",
        () -> count("killed_submission", "billing.run where finished_at is not null") == 1);
    assertThat(count("killed_submission", "billing.invoice")).isEqualTo(DRAFTS);
    return run;
  }

  private static void upload(RunningCopy dunwell, String kind, String csv) {
    JsonNode taken =
        RunningCopy.json(
            dunwell.upload(
                ADMIN,
                "/api/imports?kind=" + kind + "&dryRun=false",
                "file.csv",
                csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(taken.path("rejected").asInt()).as("%s", taken).isZero();
    assertThat(taken.path("accepted").asInt()).as("%s", taken).isPositive();
  }

  @Test
  void aMailThatWasLeavingIsForAPersonToDecideAndNeverSentTwice() throws Exception {
    Map<String, String> settings = database("killed_mail");
    try (SlowMailServer server = new SlowMailServer()) {
      settings.put("DUNWELL_CORRESPONDENCE_SMTP_HOST", "localhost");
      settings.put("DUNWELL_CORRESPONDENCE_SMTP_PORT", String.valueOf(server.port()));
      settings.put("DUNWELL_CORRESPONDENCE_SMTP_TLS", "NONE");
      settings.put("DUNWELL_CORRESPONDENCE_SMTP_FROM", "accounts@dunwell.example");
      settings.put("DUNWELL_CORRESPONDENCE_SMTP_TIMEOUT", "10m");
      try (RunningCopy first = started(settings)) {
        RunningCopy.json(first.send(ADMIN, "PUT", "/api/import-profiles/plain", PROFILE));
        load(first, 3);
        giveAddresses("killed_mail");
        String today =
            RunningCopy.json(first.get(ADMIN, "/api/business-date")).get("date").asText();
        post(first, "/api/daily-runs", "{\"date\": \"%s\", \"dryRun\": false}".formatted(today));
        first.until("a mail is leaving", () -> !server.mails().isEmpty());
        assertThat(count("killed_mail", "correspondence.dispatch where state = 'sending'")).isOne();
        first.kill();
      }
      String leaving = server.mails().get(0);
      server.answersWith("250 fine");
      settings.put("DUNWELL_CORRESPONDENCE_LEASE", "1s");

      try (RunningCopy second = started(settings)) {
        second.until("the others have left", () -> server.mails().size() == 3);
        second.until("the first is ambiguous", () -> ambiguous(second).size() == 1);
        JsonNode letter = ambiguous(second).get(0);
        assertThat(letter.get("messageId").asText()).isEqualTo(leaving);
        assertThat(outboxOf(second)).contains("please decide");
        assertThat(server.mails()).as("not sent again by itself").doesNotHaveDuplicates();

        String decide = "/api/letters/" + letter.get("id").asText() + "/resolution";
        post(second, decide, "{\"resolution\": \"RESEND\"}");
        second.until("it is sent as decided", () -> server.mails().size() == 4);
        second.until("nothing is left", () -> sent("killed_mail") == 3);
        assertThat(server.mails().get(3)).as("a mail server knows it again").isEqualTo(leaving);
        assertThat(second.post(ADMIN, decide, "{\"resolution\": \"SENT\"}").statusCode())
            .as("decided once")
            .isEqualTo(409);
      }
    }
  }

  private static JsonNode ambiguous(RunningCopy dunwell) {
    return RunningCopy.json(dunwell.get(ADMIN, "/api/letters?state=AMBIGUOUS")).get("content");
  }

  private static long sent(String database) {
    return count(database, "correspondence.dispatch where state = 'sent'");
  }

  private static String outboxOf(RunningCopy dunwell) {
    return dunwell.page(USER, PASSWORD, "/outbox");
  }

  private static Map<String, String> database(String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", name));
    settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
    settings.put("SPRING_DATASOURCE_PASSWORD", "postgres");
    settings.put("DUNWELL_ADMIN_USER", USER);
    settings.put("DUNWELL_ADMIN_PASSWORD", PASSWORD);
    return settings;
  }

  private static JsonNode load(RunningCopy dunwell, int rows) {
    StringBuilder csv = new StringBuilder("customer,invoice,invoiced,due,amount\n");
    for (int i = 0; i < rows; i++) {
      csv.append("C%d,INV-%d,2025-03-01,2025-04-01,%d.50%n".formatted(i, i, 100 + i % 900));
    }
    return RunningCopy.json(
        dunwell.upload(
            ADMIN,
            "/api/imports?kind=ledger&profile=plain&dryRun=false",
            "ledger.csv",
            csv.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode post(RunningCopy dunwell, String path, String body) {
    return RunningCopy.json(dunwell.post(ADMIN, path, body));
  }

  private static boolean finished(RunningCopy dunwell) {
    JsonNode loads = RunningCopy.json(dunwell.get(ADMIN, "/api/imports")).get("content");
    return loads.size() > 0 && loads.get(0).get("status").asText().equals("FINISHED");
  }

  private static RunningCopy started(Map<String, String> settings) {
    return RunningCopy.with(Path.of("target", "crashes"), settings).awaitReady();
  }

  private static void giveAddresses(String database) throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into party.contact (customer, position, role, name, email)
          select id, 0, 'ACCOUNTS_PAYABLE', 'Payables', 'payables@example.com' from party.customer
          """);
    }
  }

  private static long count(String database, String table) {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
