package io.dunwell.tax;

import java.util.ArrayList;
import java.util.List;

/** What a GST document has to be called and has to say (CGST Rules r. 46, 46A, 49, 53), and why. */
final class GstWording {

  private final TaxableDocument document;
  private final GstNature nature;
  private final List<Assessment> assessments;

  GstWording(TaxableDocument document, GstNature nature, List<Assessment> assessments) {
    this.document = document;
    this.nature = nature;
    this.assessments = assessments;
  }

  /** Exports without tax are still tax invoices: r. 46, third proviso. */
  DocumentTitle title(boolean untaxed) {
    return switch (document.kind()) {
      case CREDIT_NOTE -> DocumentTitle.CREDIT_NOTE;
      case DEBIT_NOTE -> DocumentTitle.DEBIT_NOTE;
      case INVOICE -> isZeroRated() ? DocumentTitle.TAX_INVOICE : ofInvoice(untaxed);
    };
  }

  /**
   * One document for taxed and exempt supplies has a name of its own only where the recipient is
   * not registered (r. 46A). To a registered one it is a tax invoice; who wants a bill of supply
   * beside it splits the draft.
   */
  private DocumentTitle ofInvoice(boolean untaxed) {
    if (untaxed) {
      return DocumentTitle.BILL_OF_SUPPLY;
    }
    boolean mixed = assessments.stream().anyMatch(GstWording::isExempted);
    return mixed && document.buyer().taxNumber() == null
        ? DocumentTitle.INVOICE_CUM_BILL_OF_SUPPLY
        : DocumentTitle.TAX_INVOICE;
  }

  /** Nil-rated and non-taxable supplies are exempt ones, too: CGST Act s. 2(47). */
  private static boolean isExempted(Assessment assessment) {
    return switch (assessment.category()) {
      case ZERO, EXEMPT, OUT_OF_SCOPE -> assessment.charges().isEmpty();
      default -> false;
    };
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isComposition()) {
      notes.add("tax.note.composition");
    }
    switch (document.supply()) {
      case REVERSE_CHARGE -> notes.add("tax.note.reverse-charge");
      case EXPORT_WITH_TAX -> notes.add("tax.note.export-with-tax");
      case EXPORT_WITHOUT_TAX -> notes.add("tax.note.export-lut");
      case SEZ_WITH_TAX -> notes.add("tax.note.sez-with-tax");
      case SEZ_WITHOUT_TAX -> notes.add("tax.note.sez-lut");
      case DEEMED_EXPORT -> notes.add("tax.note.deemed-export");
      default -> {}
    }
    return notes;
  }

  List<TaxRule> rules() {
    List<GstRule> rules = new ArrayList<>(List.of(nature.rule()));
    if (isComposition()) {
      rules.add(GstRule.COMPOSITION);
    }
    switch (document.supply()) {
      case REVERSE_CHARGE -> rules.add(GstRule.REVERSE_CHARGE);
      case EXPORT_WITH_TAX -> rules.add(GstRule.EXPORT_WITH_TAX);
      case EXPORT_WITHOUT_TAX -> rules.add(GstRule.EXPORT_WITHOUT_TAX);
      case SEZ_WITH_TAX -> rules.add(GstRule.SEZ_WITH_TAX);
      case SEZ_WITHOUT_TAX -> rules.add(GstRule.SEZ_WITHOUT_TAX);
      case DEEMED_EXPORT -> rules.add(GstRule.DEEMED_EXPORT);
      default -> {}
    }
    addIf(rules, GstRule.EXEMPT, has(Treatment.EXEMPT) || has(Treatment.NIL_RATED));
    addIf(rules, GstRule.NON_TAXABLE, has(Treatment.NON_TAXABLE));
    addIf(rules, GstRule.CESS, assessments.stream().anyMatch(GstWording::bearsCess));
    addIf(rules, GstRule.ROUND_OFF, document.rounding().wholeTotal());
    return rules.stream().map(GstRule::rule).toList();
  }

  private static boolean bearsCess(Assessment assessment) {
    return assessment.charges().stream()
        .anyMatch(
            charge ->
                charge.component() == TaxComponent.CESS
                    || charge.component() == TaxComponent.CESS_SPECIFIC);
  }

  private static void addIf(List<GstRule> rules, GstRule rule, boolean applies) {
    if (applies) {
      rules.add(rule);
    }
  }

  private boolean has(Treatment treatment) {
    return document.lines().stream().anyMatch(line -> line.treatment() == treatment);
  }

  private boolean isComposition() {
    return document.seller().registration() == Registration.COMPOSITION;
  }

  private boolean isZeroRated() {
    return switch (document.supply()) {
      case EXPORT_WITH_TAX, EXPORT_WITHOUT_TAX, SEZ_WITH_TAX, SEZ_WITHOUT_TAX -> true;
      default -> false;
    };
  }
}
