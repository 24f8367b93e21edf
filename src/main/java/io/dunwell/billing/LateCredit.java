package io.dunwell.billing;

import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.numbering.FiscalYear;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.tax.TaxSchemes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Until when a credit note takes tax back: section 34(2) of the CGST Act ends that on 30 November
 * after the fiscal year of the supply. Later ones can only give the value back, without tax.
 */
@Component
class LateCredit {

  private static final int LAST_DAY = 30;

  private final BillingSettings settings;
  private final Clock clock;

  LateCredit(BillingSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** The last day on which a credit note to what was issued on that day lowers the tax. */
  static LocalDate deadline(LocalDate issuedOn) {
    int year = FiscalYear.of(issuedOn, Month.APRIL.getValue()).year();
    return LocalDate.of(year + 1, Month.NOVEMBER, LAST_DAY);
  }

  /** The warning that belongs to a credit note to that document; empty while there is time. */
  Optional<String> warning(InvoiceView original) {
    LocalDate issuedOn = original.issuedOn();
    if (issuedOn == null
        || !original.basis().taxScheme().equals(TaxSchemes.IN_GST)
        || original.sums().tax().signum() == 0
        || !LocalDate.now(clock).isAfter(deadline(issuedOn))) {
      return Optional.empty();
    }
    return Optional.of(
        "The tax on what was issued on %s could be taken back until %s (section 34(2) CGST Act). A credit note without tax is still possible."
            .formatted(Words.day(issuedOn), Words.day(deadline(issuedOn))));
  }

  /**
   * Refuses a credit note that takes tax back too late, where the settings want that.
   *
   * @throws RuleViolation {@code credit-note.too-late}
   */
  void check(InvoiceView original, List<Charge> charges) {
    boolean taxed = charges.stream().anyMatch(charge -> !charge.treatment().equals(WITHOUT_TAX));
    if (settings.lateCreditNotes() == BillingSettings.LateCreditNotes.REFUSE && taxed) {
      warning(original)
          .ifPresent(
              sentence -> {
                throw new RuleViolation("credit-note.too-late", sentence);
              });
    }
  }

  /** How a line is treated that gives back the value and no tax. */
  static final String WITHOUT_TAX = "NON_TAXABLE";
}
