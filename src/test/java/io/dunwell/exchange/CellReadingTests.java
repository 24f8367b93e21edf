package io.dunwell.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they come, read by small profiles. */
class CellReadingTests {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path dir;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        ". ~ , ~ 1234.56 ~ 1234.56",
        ". ~ , ~ 1,234.56 ~ 1234.56",
        ". ~ , ~ 12,34,567.89 ~ 1234567.89",
        ". ~ , ~ 1,23 ~ amount.unreadable",
        ". ~ , ~ 1.234,56 ~ amount.unreadable",
        ". ~ , ~ 12,3456 ~ amount.unreadable",
        ", ~ . ~ 1.234,56 ~ 1234.56",
        ", ~ . ~ 1.234.567,8 ~ 1234567.80",
        ", ~ . ~ 1234.56 ~ amount.unreadable",
        ". ~ , ~ $1,234.50 ~ 1234.50",
        ". ~ , ~ 1234.50 EUR ~ 1234.50",
        ". ~ , ~ (12.50) ~ -12.50",
        ". ~ , ~ 12.50- ~ -12.50",
        ". ~ , ~ -12.50 ~ -12.50",
        ". ~ , ~ '-12.50 ~ -12.50",
        ". ~ , ~ 1e9 ~ amount.scientific-notation",
        ". ~ , ~ 1.005 ~ amount.too-precise",
        ". ~ , ~ 12 34 ~ amount.unreadable",
        ". ~ , ~ NaN ~ amount.unreadable",
        ". ~ , ~ 99999999999999999999 ~ amount.too-large"
      })
  void amountsFitTheProfileExactlyOrAreRefused(
      String decimal, String grouping, String written, String expected) throws IOException {
    String profile =
        "format: {decimal: '%s', grouping: '%s', delimiter: '|'}".formatted(decimal, grouping);
    assertThat(outcome(profile, "2026-01-05", written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        " ~ 2026-01-31 ~ 2026-01-31",
        " ~ 2026-01-31T10:15:00Z ~ 2026-01-31",
        " ~ 20260131 ~ 2026-01-31",
        " ~ 20260131.0 ~ 2026-01-31",
        " ~ 31-Jan-2026 ~ 2026-01-31",
        " ~ January 31, 2026 ~ 2026-01-31",
        " ~ 31/01/2026 ~ 2026-01-31",
        " ~ 01/31/2026 ~ 2026-01-31",
        " ~ 02/02/2026 ~ 2026-02-02",
        " ~ 31/01/26 ~ date.two-digit-year",
        " ~ 2026-02-30 ~ date.unreadable",
        " ~ soon ~ date.unreadable",
        " ~ 1026-01-31 ~ date.out-of-range",
        "dd.MM.yyyy ~ 31.01.2026 ~ 2026-01-31",
        "dd.MM.yyyy ~ 01.31.2026 ~ date.contradicts-format",
        "d/M/yy ~ 3/4/26 ~ 2026-04-03",
        "M/d/yyyy ~ 1/2/2013 ~ 2013-01-02",
        "M/d/yyyy ~ 31/1/2013 ~ date.contradicts-format"
      })
  void datesAreReadAsTheProfileSaysOrAsNobodyCanMisread(
      @Nullable String format, String written, String expected) throws IOException {
    String profile = format == null ? "" : "format: {dates: ['%s']}".formatted(format);
    String outcome = outcome(profile, written, "1.00");
    assertThat(outcome).isEqualTo(expected.startsWith("date.") ? expected : expected + " 1.00");
  }

  @Test
  void anOrderThatMostDatesContradictIsNotBelievedForTheOthers() throws IOException {
    String rows = "C|1|31/01/2026|1\nC|2|30/01/2026|1\nC|3|03/04/2026|1\nC|4|01/15/2026|1\n";
    HistoricLedger ledger = read("format: {dates: [M/d/yyyy]}", rows.getBytes(UTF_8));
    assertThat(ledger.rows()).extracting(HistoricRow::invoiceNumber).containsExactly("4");
    assertThat(ledger.problems())
        .extracting(ImportProblem::code)
        .containsExactly(
            "date.contradicts-format", "date.contradicts-format", "date.order-doubtful");
  }

  @Test
  void aFileThatMixesBothOrdersAsks() {
    String rows = "C|1|31/01/2026|1\nC|2|01/30/2026|1\nC|3|03/04/2026|1\n";
    assertRefused("date.mixed-order", "", rows.getBytes(UTF_8));
  }

  @Test
  void missingAndDoubledColumnsAreNamed() {
    assertRefused("column.missing", "columns: {reference: Nowhere}", "C|1|2026-01-05|1\n");
    assertThatThrownBy(() -> ProfileYaml.read("kind: ledger\nnonsense: 1", "p"))
        .hasMessageContaining("nonsense");
    Profile unsound = ProfileYaml.read("kind: ledger", "p");
    assertThatThrownBy(() -> ProfileCheck.check(unsound))
        .hasMessageContaining("customerNumber, invoiceNumber");
  }

  @Test
  void otherEncodingsGiveTheSameRows() throws IOException {
    String rows = "Müller|1|2026-01-05|1\n";
    for (byte[] file :
        List.of(
            (TITLES + rows).getBytes(UTF_8),
            ("\uFEFF" + TITLES + rows).getBytes(UTF_8),
            ("\uFEFF" + TITLES + rows).getBytes(UTF_16LE),
            (TITLES + rows).getBytes(ISO_8859_1))) {
      assertThat(read("", file).rows().get(0).customerNumber()).isEqualTo("Müller");
    }
  }

  @Test
  void controlCharactersAndMissingFieldsAreErrorsOfTheirRow() throws IOException {
    String rows = "C\u0001|1|2026-01-05|1\n|2|2026-01-05|1\nC|3|2026-01-05|\nC|4|2026-01-05|0\n";
    HistoricLedger ledger = read("", rows.getBytes(UTF_8));
    assertThat(ledger.rows()).isEmpty();
    assertThat(ledger.problems())
        .extracting(ImportProblem::code)
        .containsExactly("text.control-character", "field.missing", "field.missing", "amount.zero");
  }

  private static final String TITLES = "customer|number|date|amount\n";

  private static final String PROFILE =
      """
      kind: ledger
      defaults: {currency: EUR}
      negative: CREDIT_NOTE
      """;

  private static final String COLUMNS =
      "columns: {customerNumber: customer, invoiceNumber: number, invoicedOn: date, amount: amount";

  /** The date and amount of the only row, the amount alone, or the code of its problem. */
  private String outcome(String profile, String date, String amount) throws IOException {
    HistoricLedger ledger = read(profile, "C|1|%s|%s\n".formatted(date, amount).getBytes(UTF_8));
    if (!ledger.problems().isEmpty()) {
      return ledger.problems().get(0).code();
    }
    HistoricRow row = ledger.rows().get(0);
    return date.equals("2026-01-05")
        ? row.amount().text()
        : row.invoicedOn() + " " + row.amount().text();
  }

  private HistoricLedger read(String profile, byte[] rows) throws IOException {
    String start = new String(rows, 0, Math.min(rows.length, 2), ISO_8859_1);
    boolean titled = start.startsWith("cu") || start.charAt(0) > 127;
    byte[] content = titled ? rows : (TITLES + new String(rows, UTF_8)).getBytes(UTF_8);
    Path file = Files.write(dir.resolve("file.csv"), content);
    String more = profile.startsWith("columns: {") ? ", " + profile.substring(10) : "}";
    String yaml = PROFILE + COLUMNS + more + "\n" + (profile.startsWith("format") ? profile : "");
    return HistoricLedgers.read(MappedFile.scan(file, ProfileYaml.read(yaml, "p"), null));
  }

  private void assertRefused(String code, String profile, String rows) {
    assertRefused(code, profile, rows.getBytes(UTF_8));
  }

  private void assertRefused(String code, String profile, byte[] rows) {
    assertThatThrownBy(() -> read(profile, rows))
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
