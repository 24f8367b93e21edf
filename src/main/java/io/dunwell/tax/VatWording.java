package io.dunwell.tax;

import java.util.ArrayList;
import java.util.List;

/** What a VAT document has to say (directive 2006/112/EC art. 226), and why. */
final class VatWording {

  private static final TaxRule CHARGED =
      new TaxRule("vat.charged", "Directive 2006/112/EC art. 93 to 99");
  private static final TaxRule REVERSE_CHARGE =
      new TaxRule("vat.reverse-charge", "Directive 2006/112/EC art. 44, 196, 226(11a)");
  private static final TaxRule INTRA_COMMUNITY =
      new TaxRule("vat.intra-community", "Directive 2006/112/EC art. 138(1), 226(11)");
  private static final TaxRule EXPORT =
      new TaxRule("vat.export", "Directive 2006/112/EC art. 146(1), 226(11)");
  private static final TaxRule OUTSIDE =
      new TaxRule("vat.outside", "Directive 2006/112/EC art. 2(1), 44, 59");
  private static final TaxRule EXEMPT =
      new TaxRule("vat.exempt", "Directive 2006/112/EC art. 132, 135, 226(11)");

  private final TaxableDocument document;

  VatWording(TaxableDocument document) {
    this.document = document;
  }

  DocumentTitle title() {
    return switch (document.kind()) {
      case CREDIT_NOTE -> DocumentTitle.CREDIT_NOTE;
      case DEBIT_NOTE -> DocumentTitle.DEBIT_NOTE;
      case INVOICE -> DocumentTitle.INVOICE;
    };
  }

  List<String> notes() {
    return rules().stream()
        .filter(rule -> !rule.equals(CHARGED))
        .map(rule -> "tax.note." + rule.name())
        .toList();
  }

  List<TaxRule> rules() {
    List<TaxRule> rules = new ArrayList<>();
    rules.add(
        switch (document.supply()) {
          case REVERSE_CHARGE -> REVERSE_CHARGE;
          case INTRA_COMMUNITY -> INTRA_COMMUNITY;
          case EXPORT_WITHOUT_TAX -> EXPORT;
          default -> VatScheme.isOutside(document) ? OUTSIDE : CHARGED;
        });
    if (document.lines().stream().anyMatch(line -> line.treatment() == Treatment.EXEMPT)) {
      rules.add(EXEMPT);
    }
    return rules;
  }
}
