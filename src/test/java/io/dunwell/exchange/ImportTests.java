package io.dunwell.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.SharedData;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class ImportTests {

  private static final Actor ACCOUNTS = new Actor("accounts");
  private static final String IBM =
      "ar-ledger/ibm/iamjenetzler__WA_Fn-UseC_-Accounts-Receivable.mdy.csv";

  private static final String TITLES =
      "customerNumber,customerName,invoiceNumber,invoicedOn,dueOn,amount,currency,settledOn\n";

  @Autowired Imports imports;
  @Autowired Profiles profiles;
  @Autowired OpenItems openItems;
  @Autowired Ageing ageing;
  @Autowired JdbcClient jdbc;

  @Test
  void theIbmLedgerIsTakenWholeAndASecondTimeChangesNothing() throws IOException {
    Path file = SharedData.file(IBM);
    ImportView first = importFile(file, "ibm-late-payment");
    assertThat(first.status()).isEqualTo(ImportStatus.FINISHED);
    assertThat(first.rows()).isEqualTo(2466);
    assertThat(first.accepted()).isEqualTo(2466);
    assertThat(first.problems()).isEmpty();
    assertThat(first.totals())
        .containsExactly(new CurrencyTotal("USD", 2466, sum(file).toPlainString()));
    assertThat(query("select count(*) from party.v_customer")).isEqualTo("100");
    assertThat(query("select count(*) from receivables.v_open_item where open <> 0"))
        .isEqualTo("0");
    assertThat(query("select count(*) from receipts.v_receipt where unapplied <> 0"))
        .isEqualTo("0");
    String postings = query("select count(*) || ':' || sum(abs(amount)) from ledger.v_posting");

    ImportView second = importFile(file, "ibm-late-payment");
    assertThat(second.accepted()).isZero();
    assertThat(second.duplicates()).isEqualTo(2466);
    assertThat(second.problemsTotal()).isZero();
    assertThat(query("select count(*) || ':' || sum(abs(amount)) from ledger.v_posting"))
        .isEqualTo(postings);
  }

  @Test
  void theAgeingOfTheImportedLedgerIsThatOfTheFileOnAnyDay() throws IOException {
    Path file = SharedData.file(IBM);
    importFile(file, "ibm-late-payment");
    DateTimeFormatter us = DateTimeFormatter.ofPattern("M/d/yyyy");
    List<String[]> rows =
        Files.readAllLines(file, UTF_8).stream().skip(1).map(line -> line.split(",", -1)).toList();
    for (LocalDate day = LocalDate.of(2012, 1, 15);
        day.isBefore(LocalDate.of(2014, 1, 20));
        day = day.plusDays(61)) {
      BigDecimal notDue = BigDecimal.ZERO;
      BigDecimal overdue = BigDecimal.ZERO;
      for (String[] cells : rows) {
        LocalDate due = LocalDate.parse(cells[5], us);
        boolean open =
            !LocalDate.parse(cells[4], us).isAfter(day)
                && LocalDate.parse(cells[8], us).isAfter(day);
        BigDecimal amount = open ? new BigDecimal(cells[6]) : BigDecimal.ZERO;
        notDue = notDue.add(due.isBefore(day) ? BigDecimal.ZERO : amount);
        overdue = overdue.add(due.isBefore(day) ? amount : BigDecimal.ZERO);
      }
      AgeingRow row = ageing.asOf(AgeingQuery.of(day, AgeingBy.TOTAL)).rows().get(0);
      assertThat(row.notDue().amount()).as("not due on %s", day).isEqualByComparingTo(notDue);
      assertThat(row.overdue().amount()).as("overdue on %s", day).isEqualByComparingTo(overdue);
      assertThat(row.unapplied().isZero()).isTrue();
    }
  }

  @Test
  void theAgeingOfAnImportIsInTheBucketsOfItsDueDays() {
    run("standard-ledger", false, TITLES + LEDGER);
    AgeingRow row =
        ageing.asOf(AgeingQuery.of(LocalDate.of(2026, 3, 6), AgeingBy.CUSTOMER)).rows().get(0);

    assertThat(row.key()).isEqualTo("C1");
    assertThat(row.buckets().get(0)).hasToString("EUR 200.00");
    assertThat(row.total()).hasToString("EUR 200.00");
  }

  @Test
  void disputedInvoicesAreHeldFromTheirDueDateUntilTheyWereSettled() throws IOException {
    importFile(SharedData.file(IBM), "ibm-late-payment");
    assertThat(
            query(
                """
                select count(*) filter (where h.from_on = i.due_on
                    and h.until_on = i.settled_on - 1) || ' of ' || count(*)
                from resolution.v_hold h join receivables.v_open_item i on i.id = h.item
                """))
        .isEqualTo("%1$d of %1$d".formatted(lateAndDisputed()));
  }

  @Test
  void theHighRadiusInvoicesAreTakenOpenWithTheirOwnDueDates() {
    Path file =
        SharedData.file("ar-ledger/highradius/nooobcoder__highradius_open_invoices_dmy.csv");
    ImportView view = importFile(file, "highradius-open");
    assertThat(view.accepted()).isEqualTo(9681);
    assertThat(view.rejected()).isZero();
    assertThat(query("select sum(open)::numeric(19,2) from receivables.v_open_item"))
        .isEqualTo(view.totals().get(0).amount());
    assertThat(query("select count(*) from party.v_customer")).isEqualTo("553");
  }

  @Test
  void theExcelxWorkbookLeavesPartPaidRowsInQuarantine() {
    Path file = SharedData.file("ar-ledger/excelx/reyhaj__AR_Clean_Features.xlsx");
    ImportView view = importFile(file, "excelx");
    assertThat(view.rows()).isEqualTo(900);
    assertThat(view.accepted()).isEqualTo(611);
    assertThat(view.rejected()).isEqualTo(289);
    assertThat(view.totals())
        .extracting(CurrencyTotal::currency)
        .containsExactly("AUD", "CAD", "EUR", "GBP", "USD");
  }

  @Test
  void aDryRunSaysTheSameAndBooksNothing() {
    ImportView dry = run("standard-ledger", true, TITLES + LEDGER);
    assertThat(query("select count(*) from ledger.v_posting")).isEqualTo("0");
    assertThat(query("select count(*) from party.v_customer")).isEqualTo("0");
    ImportView real = run("standard-ledger", false, TITLES + LEDGER);
    assertThat(real.accepted()).isEqualTo(dry.accepted()).isEqualTo(3);
    assertThat(real.duplicates()).isEqualTo(dry.duplicates()).isEqualTo(1);
    assertThat(real.rejected()).isEqualTo(dry.rejected()).isEqualTo(2);
    assertThat(real.totals()).isEqualTo(dry.totals());
    assertThat(real.problems()).isEqualTo(dry.problems());
  }

  /** Two twins, a repetition, a contradiction, a bad date, a settled one. */
  private static final String LEDGER =
      """
      C1,Ann,A-1,2026-01-05,2026-02-04,100.00,EUR,
      C1,Ann,A-2,2026-01-05,2026-02-04,100.00,EUR,
      C1,Ann,A-1,2026-01-05,2026-02-04,100.00,EUR,
      C1,Ann,A-2,2026-01-05,2026-02-04,120.00,EUR,
      C2,Bob,B-1,2026-02-30,2026-03-30,50.00,EUR,
      C2,Bob,B-2,2026-01-07,,70.00,EUR,2026-02-01
      """;

  @Test
  void twinsAreKeptRepetitionsCountOnceAndContradictionsWait() {
    ImportView view = run("standard-ledger", false, TITLES + LEDGER);
    assertThat(openItems.byNumber("A-1")).isPresent();
    assertThat(openItems.byNumber("A-2").orElseThrow().total()).hasToString("EUR 100.00");
    assertThat(openItems.byNumber("B-2").orElseThrow().open().isZero()).isTrue();
    assertThat(view.conflicts()).isOne();
    assertThat(view.problems())
        .extracting(ImportProblem::row, ImportProblem::field, ImportProblem::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4, "invoiceNumber", "invoice.twice-in-file"),
            org.assertj.core.groups.Tuple.tuple(5, "invoiceNumber", "invoice.conflict"),
            org.assertj.core.groups.Tuple.tuple(6, "invoicedOn", "date.unreadable"));
  }

  @Test
  void quarantineIsDownloadedMendedAndSentAgain() throws IOException {
    ImportView view =
        run(
            "standard-ledger",
            false,
            TITLES
                + "C1,=Ann,A-1,2026-01-05,2026-02-04,-1x0,EUR,\n"
                + "C1,Ann,A-2,2026-01-05,2026-02-04,7.00,EUR,\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    imports.writeQuarantine(new ImportId(view.id()), out);
    String csv = out.toString(UTF_8);
    assertThat(csv)
        .startsWith(
            TITLES.strip() + ",import-id,import-row,import-field,import-problem,import-remedy\r\n")
        .contains("'=Ann")
        .contains("'-1x0")
        .contains(",2,amount,amount.unreadable,")
        .doesNotContain("A-2");
    ImportView mended = run("standard-ledger", false, csv.replace("'-1x0", "10.00"));
    assertThat(mended.accepted()).isOne();
    assertThat(mended.rejected()).isZero();
    assertThat(query("select count(*) from exchange.v_quarantined")).isEqualTo("0");
    assertThat(query("select name from party.v_customer")).isEqualTo("Ann");
  }

  @Test
  void anAmbiguousDateOrderIsAskedNeverGuessed() {
    String file = TITLES + "C1,Ann,A-1,03/04/2026,05/06/2026,10.00,EUR,\n";
    ImportView asked = run("standard-ledger", false, file);
    assertThat(asked.status()).isEqualTo(ImportStatus.REFUSED);
    assertThat(asked.code()).isEqualTo("date.ambiguous");
    assertThat(asked.detail()).contains("dateOrder=dmy");
    assertThat(openItems.byNumber("A-1")).isEmpty();
    start("standard-ledger", null, "dmy", false, file);
    assertThat(openItems.byNumber("A-1").orElseThrow().issuedOn())
        .isEqualTo(LocalDate.of(2026, 4, 3));
    run("standard-ledger", false, TITLES + "C1,Ann,A-2,03.04.2026,05.06.2026,10.00,EUR,\n");
    assertThat(openItems.byNumber("A-2").orElseThrow().issuedOn())
        .as("dots are day first everywhere")
        .isEqualTo(LocalDate.of(2026, 4, 3));
  }

  @Test
  void aConflictIsDecidedByAPersonAndNotAskedAgain() {
    String original = TITLES + "C1,Ann,A-1,2026-01-05,2026-02-04,100.00,EUR,\n";
    String other = original.replace("100.00", "120.00");
    run("standard-ledger", false, original);
    ImportView conflict = run("standard-ledger", false, other);
    assertThat(conflict.problems().get(0).message()).contains("100.00").contains("120.00");
    ImportId id = new ImportId(conflict.id());
    assertThat(imports.conflicts(id, 0, 10).content()).hasSize(1);
    imports.decide(id, 2, ConflictView.Decision.CORRECTED, "Typo in the books", ACCOUNTS);
    assertThat(openItems.byNumber("A-1").orElseThrow().open().isZero()).isTrue();
    assertThat(openItems.byNumber("A-1/C1").orElseThrow().open()).hasToString("EUR 120.00");
    assertThatThrownBy(() -> imports.decide(id, 2, ConflictView.Decision.KEPT, "Again", ACCOUNTS))
        .isInstanceOf(RuleViolation.class);
    assertThat(run("standard-ledger", false, other).duplicates()).isOne();
  }

  @Test
  void aLaterFileBringsTheSettlementOfAKnownInvoice() {
    String open = TITLES + "C1,Ann,A-1,2026-01-05,2026-02-04,100.00,EUR,\n";
    String settled = open.replace("EUR,", "EUR,2026-02-10");
    run("standard-ledger", false, open);
    ImportView later = run("standard-ledger", false, settled);
    assertThat(later.accepted()).isOne();
    assertThat(later.problems()).extracting(ImportProblem::code).contains("settlement.added");
    assertThat(openItems.byNumber("A-1").orElseThrow().open().isZero()).isTrue();
    assertThat(run("standard-ledger", false, settled).duplicates()).isOne();
  }

  @Test
  void receiptsPayWhatTheyNameAndTwinsOfOneDayAreBothBooked() {
    run("standard-ledger", false, TITLES + "C1,Ann,A-1001,2026-01-05,2026-02-04,100.00,EUR,\n");
    String receipts =
        """
        customerNumber,receivedOn,amount,currency,reference
        C1,2026-02-01,60.00,EUR,inv A-1001 thanks
        C1,2026-02-02,5.00,EUR,
        C1,2026-02-02,5.00,EUR,
        C9,2026-02-02,5.00,EUR,
        """;
    ImportView view = run("standard-receipts", false, receipts);
    assertThat(view.accepted()).isEqualTo(3);
    assertThat(view.problems()).extracting(ImportProblem::code).containsExactly("customer.unknown");
    assertThat(openItems.byNumber("A-1001").orElseThrow().open()).hasToString("EUR 40.00");
    assertThat(query("select sum(unapplied)::numeric(19,2) from receipts.v_receipt"))
        .isEqualTo("10.00");
    assertThat(run("standard-receipts", false, receipts).duplicates()).isEqualTo(3);
  }

  @Test
  void customersComeWithTheirContactsAndTerms() {
    String customers =
        """
        customerNumber,customerName,country,currency,language,collector,terms,contactName,email
        C1,Ann GmbH,DE,EUR,de,collector,net 45,Frau Ann,ann@example.com
        C2,Bob Ltd,XX,GBP,en,,30,,bob@example.com
        C3,Cy,IN,INR,hi,,NAA8,,not an address
        """;
    ImportView view = run("standard-customers", false, customers);
    assertThat(view.accepted()).isOne();
    assertThat(view.problems())
        .extracting(ImportProblem::code)
        .containsExactlyInAnyOrder("country.unknown", "terms.unknown", "contact.malformed-email");
    assertThat(query("select email from party.v_customer")).isEqualTo("ann@example.com");
    assertThat(run("standard-customers", false, customers).duplicates()).isOne();
    ImportView changed = run("standard-customers", false, customers.replace("Ann GmbH", "Ann SE"));
    assertThat(changed.conflicts()).isOne();
    imports.decide(
        new ImportId(changed.id()), 2, ConflictView.Decision.CORRECTED, "Renamed", ACCOUNTS);
    assertThat(query("select name from party.v_customer")).isEqualTo("Ann SE");
  }

  @Test
  void aCustomerWithAMistypedTaxIdIsTakenWithoutIt() {
    ImportView view =
        run(
            "standard-customers",
            false,
            """
            customerNumber,customerName,country,currency,taxId
            C1,Right,IN,INR,27 aapfu0939f1zv
            C2,Mistyped,IN,INR,27AAPFU0939F1ZW
            """);
    assertThat(view.accepted()).isEqualTo(2);
    assertThat(view.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("gstin.check-digit");
              assertThat(problem.severity()).isEqualTo(ImportProblem.Severity.NOTICE);
              assertThat(problem.message()).contains("should end with V", "taken without it");
            });
    assertThat(query("select string_agg(scheme || ' ' || value, ',') from party.tax_id"))
        .isEqualTo("GSTIN 27AAPFU0939F1ZV");
  }

  @Test
  void whatSpreadsheetsDoToIdentifiersIsRecognisedAndReported() {
    ImportView view =
        run(
            "standard-ledger",
            false,
            TITLES
                + "0042,Ann,1930438491.0,2026-01-05,2026-02-04,1.00,EUR,\n"
                + "42,Ann,1.93044E+09,2026-01-05,2026-02-04,1.00,EUR,\n"
                + "42,Ann,0007,2026-01-05,2026-02-04,1e9,EUR,\n"
                + "42,Ann,0008,2026-01-05,2026-02-04,1.00,EUR,\n");
    assertThat(openItems.byNumber("1930438491")).isPresent();
    assertThat(openItems.byNumber("0008")).isPresent();
    assertThat(view.problems())
        .extracting(ImportProblem::code)
        .containsExactlyInAnyOrder(
            "identifier.read-as-number",
            "identifier.scientific-notation",
            "amount.scientific-notation",
            "identifier.leading-zeros");
  }

  private ImportView run(String profile, boolean dryRun, String content) {
    return start(profile, null, null, dryRun, content);
  }

  private ImportView start(
      String profile,
      @Nullable ImportKind kind,
      @Nullable String dateOrder,
      boolean dryRun,
      String content) {
    return imports.start(
        new Imports.Order(kind, profile, dateOrder, dryRun, "test.csv"),
        new ByteArrayInputStream(content.getBytes(UTF_8)),
        ACCOUNTS);
  }

  private ImportView importFile(Path file, String profile) {
    try (InputStream in = Files.newInputStream(file)) {
      return imports.start(new Imports.Order(null, profile, null, false, "file"), in, ACCOUNTS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String query(String sql) {
    return jdbc.sql("select (" + sql + ")::text").query(String.class).single();
  }

  private static BigDecimal sum(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8).stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[6]))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(2);
  }

  private static long lateAndDisputed() throws IOException {
    List<String> lines = Files.readAllLines(SharedData.file(IBM), UTF_8);
    return lines.stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[7].equals("Yes") && Integer.parseInt(cells[11]) > 0)
        .count();
  }
}
