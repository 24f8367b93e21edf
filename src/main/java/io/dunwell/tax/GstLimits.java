package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Indian GST does not allow on a document; each refusal names the remedy. */
final class GstLimits {

  /** Four, six or eight digits: CGST Rules r. 46(g), Notification 78/2020-CT. */
  private static final Pattern CODE = Pattern.compile("\\d{4}(\\d{2}(\\d{2})?)?");

  private GstLimits() {}

  static void check(TaxableDocument document, GstNature nature) {
    document.lines().forEach(GstLimits::checkCode);
    checkComposition(document, nature);
    checkPlace(GstState.of(document.placeOfSupply()), document.supply());
    if (document.supply() == Supply.INTRA_COMMUNITY) {
      throw new RuleViolation(
          "tax.supply-not-of-scheme",
          "GST knows no intra-Community supply; choose an export or a regular supply.");
    }
  }

  /** Codes of services begin with 99: Notification 11/2017-CT(Rate), annexure. */
  static void checkCode(TaxableLine line) {
    boolean service = line.taxCode().startsWith("99");
    if (!CODE.matcher(line.taxCode()).matches() || service != line.service()) {
      throw new RuleViolation("tax.code-malformed", codeWrong(line));
    }
  }

  private static String codeWrong(TaxableLine line) {
    String code = line.taxCode();
    if (CODE.matcher(code).matches()) {
      return line.service()
          ? "\"%s\" is a code of goods: give the SAC of the service, which begins with 99, or say that it is goods."
              .formatted(code)
          : "\"%s\" is a code of services: give the HSN of the goods, or say that it is a service."
              .formatted(code);
    }
    return "\"%s\" is no %s"
        .formatted(
            code,
            line.service() ? "SAC: six digits that begin with 99." : "HSN: 4, 6 or 8 digits.");
  }

  /** CGST Act s. 10(2)(c) and 10(2A)(c): no supply across states under composition. */
  private static void checkComposition(TaxableDocument document, GstNature nature) {
    if (document.seller().registration() == Registration.COMPOSITION && !nature.intraState()) {
      throw new RuleViolation(
          "tax.composition-inter-state",
          "A composition taxpayer may not supply across states: bill from a regular registration.");
    }
  }

  /** IGST Act s. 2(5), 2(6), 11(b), 13: what is exported is supplied abroad. */
  static void checkPlace(GstState place, @Nullable Supply supply) {
    boolean export = supply == Supply.EXPORT_WITH_TAX || supply == Supply.EXPORT_WITHOUT_TAX;
    if (export && !place.code().equals(GstState.ABROAD)) {
      throw new RuleViolation(
          "tax.export-at-home",
          "An export is supplied abroad, not in state "
              + place.code()
              + ": correct the place of supply or the kind of supply.");
    }
  }
}
