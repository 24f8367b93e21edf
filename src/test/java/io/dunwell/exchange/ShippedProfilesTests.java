package io.dunwell.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedProfilesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ibm-late-payment",
        "highradius-open",
        "excelx",
        "standard-ledger",
        "standard-invoices",
        "standard-receipts",
        "standard-customers",
        "standard-contracts",
        "standard-price-lines",
        "standard-deliveries",
        "standard-proofs"
      })
  void everyShippedProfileIsSoundAndSurvivesItsExport(String name) throws IOException {
    Profile profile = shipped(name);
    ProfileCheck.check(profile);
    assertThat(profile.name()).isEqualTo(name);
    assertThat(ProfileYaml.read(ProfileYaml.write(profile), name)).isEqualTo(profile);
  }

  @Test
  void theIbmLedgerIsReadToTheCent() throws IOException {
    Path file =
        SharedData.file("ar-ledger/ibm/iamjenetzler__WA_Fn-UseC_-Accounts-Receivable.mdy.csv");
    HistoricLedger ledger = read(file, "ibm-late-payment");
    assertThat(ledger.problems()).isEmpty();
    assertThat(ledger.rows()).hasSize(2466);
    assertThat(sum(ledger)).isEqualByComparingTo(sumOfColumn(file, 6));
    assertThat(ledger.rows()).filteredOn(HistoricRow::disputed).hasSize(561);
    assertThat(ledger.rows()).allMatch(row -> row.settledOn() != null);
    HistoricRow first = ledger.rows().get(0);
    assertThat(first.row()).isEqualTo(2);
    assertThat(first.customerNumber()).isEqualTo("0379-NEVHP");
    assertThat(first.invoicedOn()).isEqualTo(LocalDate.of(2013, 1, 2));
    assertThat(first.settledOn()).isEqualTo(LocalDate.of(2013, 1, 15));
    assertThat(first.amount()).hasToString("USD 55.94");
  }

  @Test
  void theHighRadiusInvoicesAreReadWithTheirTerms() throws IOException {
    Path file =
        SharedData.file("ar-ledger/highradius/nooobcoder__highradius_open_invoices_dmy.csv");
    HistoricLedger ledger = read(file, "highradius-open");
    assertThat(ledger.problems()).allMatch(problem -> problem.code().equals("amount.rounded"));
    assertThat(ledger.rows()).hasSize(9681);
    assertThat(sum(ledger)).isEqualByComparingTo(sumOfColumn(file, 11));
    assertThat(ledger.rows()).allMatch(row -> row.settledOn() == null && row.termsDays() != null);
  }

  @Test
  void theExcelxWorkbookKeepsPartPaidRowsBackUnlessTheProfileSaysOpen() throws IOException {
    Path file = SharedData.file("ar-ledger/excelx/reyhaj__AR_Clean_Features.xlsx");
    HistoricLedger ledger = read(file, "excelx");
    assertThat(ledger.rows()).hasSize(611);
    assertThat(ledger.problems())
        .hasSize(289)
        .allMatch(problem -> problem.code().equals("status.partial-without-amount"));
    assertThat(ledger.rows()).filteredOn(row -> row.settledOn() != null).hasSize(301);
    String open =
        ProfileYaml.write(shipped("excelx")).replace("partial: QUARANTINE", "partial: OPEN");
    HistoricLedger all =
        HistoricLedgers.read(MappedFile.scan(file, ProfileYaml.read(open, null), null));
    assertThat(all.rows()).hasSize(900);
    assertThat(all.problems()).isEmpty();
  }

  private static HistoricLedger read(Path file, String profile) throws IOException {
    return HistoricLedgers.read(MappedFile.scan(file, shipped(profile), null));
  }

  static Profile shipped(String name) throws IOException {
    try (InputStream in =
        ShippedProfilesTests.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
      return ProfileYaml.read(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8), null);
    }
  }

  private static BigDecimal sum(HistoricLedger ledger) {
    return ledger.rows().stream()
        .map(row -> row.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Our own sum, without any of the code under test; these files quote nothing. */
  private static BigDecimal sumOfColumn(Path file, int column) throws IOException {
    return Files.readAllLines(file, UTF_8).stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[column].strip()))
        .map(amount -> amount.setScale(2, RoundingMode.HALF_UP))
        .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add));
  }
}
