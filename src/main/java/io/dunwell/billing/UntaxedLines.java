package io.dunwell.billing;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a document bears no tax whatever its rate, and how its page says so. */
record UntaxedLines(InvoiceView invoice, InvoiceWording wording) {

  /** {@code Exempt}, {@code Nil-rated}; empty for what is taxed at a rate. */
  Optional<String> word(LineView line) {
    return isUntaxed(line) ? Optional.of(word(treatment(line))) : Optional.empty();
  }

  /** How much of the net value that is, where there is anything else beside it. */
  List<InvoiceSheet.Fact> values() {
    Map<Treatment, BigDecimal> values = new EnumMap<>(Treatment.class);
    for (LineView line : invoice.lines()) {
      Treatment treatment = isUntaxed(line) ? treatment(line) : Treatment.TAXED;
      values.merge(treatment, line.charge().net(), BigDecimal::add);
    }
    List<InvoiceSheet.Fact> facts = new ArrayList<>();
    if (values.keySet().stream().anyMatch(each -> each != Treatment.TAXED)) {
      values.forEach((treatment, net) -> facts.add(fact(treatment, net)));
    }
    return facts;
  }

  private InvoiceSheet.Fact fact(Treatment treatment, BigDecimal net) {
    String label = wording.text("invoice.print.of-which", word(treatment));
    return new InvoiceSheet.Fact(label, wording.amount(invoice.money(net)));
  }

  private String word(Treatment treatment) {
    return wording.text("tax.treatment." + treatment);
  }

  /**
   * Advances for goods and credit notes that come too late are outside the tax, too, and not
   * because of what was supplied.
   */
  private boolean isUntaxed(LineView line) {
    boolean supplied =
        invoice.kind() == InvoiceKind.INVOICE || invoice.kind() == InvoiceKind.DEBIT_NOTE;
    return switch (treatment(line)) {
      case TAXED -> false;
      case EXEMPT, NIL_RATED -> true;
      case NON_TAXABLE -> supplied;
    };
  }

  private static Treatment treatment(LineView line) {
    return Treatment.valueOf(line.charge().treatment());
  }
}
