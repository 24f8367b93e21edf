package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.TaxCategory;
import io.dunwell.tax.TaxComponent;
import io.dunwell.tax.VatId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of EN 16931 that both syntaxes share. */
final class VatCodes {

  /** EAS codes of VAT numbers by country. */
  private static final Map<String, String> SCHEMES =
      Map.ofEntries(
          Map.entry("AT", "9914"),
          Map.entry("BE", "9925"),
          Map.entry("BG", "9926"),
          Map.entry("CY", "9928"),
          Map.entry("CZ", "9929"),
          Map.entry("DE", "9930"),
          Map.entry("EE", "9931"),
          Map.entry("ES", "9920"),
          Map.entry("FI", "0213"),
          Map.entry("FR", "9957"),
          Map.entry("GR", "9933"),
          Map.entry("HR", "9934"),
          Map.entry("HU", "9910"),
          Map.entry("IE", "9935"),
          Map.entry("IT", "0211"),
          Map.entry("LT", "9937"),
          Map.entry("LU", "9938"),
          Map.entry("LV", "9939"),
          Map.entry("MT", "9943"),
          Map.entry("NL", "9944"),
          Map.entry("PL", "9945"),
          Map.entry("PT", "9946"),
          Map.entry("RO", "9947"),
          Map.entry("SE", "9955"),
          Map.entry("SI", "9949"),
          Map.entry("SK", "9950"));

  private VatCodes() {}

  /**
   * The document with positive amounts.
   *
   * @throws RuleViolation {@code einvoice.not-vat} if it bears a tax that EN 16931 does not know
   */
  static EinvoiceDocument vatOnly(EinvoiceDocument document) {
    boolean other =
        document.taxes().stream().anyMatch(tax -> tax.component() != TaxComponent.VAT)
            || !document.collectedAtSource().isZero();
    if (other) {
      throw new RuleViolation(
          "einvoice.not-vat",
          "A European electronic invoice knows VAT only, and this document bears other taxes;"
              + " use the format of its country.");
    }
    return document.positive();
  }

  /** UNTDID 1001. */
  static String type(DocumentKind kind) {
    return switch (kind) {
      case INVOICE -> "380";
      case CREDIT_NOTE -> "381";
      case DEBIT_NOTE -> "383";
    };
  }

  /** The tax number with its country before it, as BR-CO-09 wants it. */
  static @Nullable String vatId(EinvoiceParty party) {
    String number = party.taxNumber();
    if (number == null) {
      return null;
    }
    if (VatId.isValid(number)) {
      return VatId.of(number).value();
    }
    boolean prefixed = number.matches("[A-Z]{2}.*");
    return prefixed ? number : party.address().country() + number;
  }

  /** Whether the document is outside VAT, and must then not show VAT ids (BR-O-02). */
  static boolean outsideVat(EinvoiceDocument document) {
    return document.lines().stream()
        .allMatch(line -> line.tax().category() == TaxCategory.OUT_OF_SCOPE);
  }

  /**
   * Code of the VATEX list, {@code null} where there is none. An exempt line may have one for its
   * tax code; the breakdown has room for one only.
   */
  static @Nullable String exemptionCode(EinvoiceDocument document, TaxCategory category) {
    return switch (category) {
      case EXEMPT -> agreedCode(document);
      case REVERSE_CHARGE -> "VATEX-EU-AE";
      case INTRA_COMMUNITY -> "VATEX-EU-IC";
      case EXPORT -> "VATEX-EU-G";
      case OUT_OF_SCOPE -> "VATEX-EU-O";
      default -> null;
    };
  }

  private static @Nullable String agreedCode(EinvoiceDocument document) {
    List<String> codes =
        document.lines().stream()
            .filter(line -> line.tax().category() == TaxCategory.EXEMPT)
            .map(line -> String.valueOf(line.taxCode()))
            .distinct()
            .toList();
    return codes.size() == 1 && codes.get(0).startsWith("VATEX-") ? codes.get(0) : null;
  }

  /** Why no VAT is charged, {@code null} where it is. */
  static @Nullable String exemptionReason(TaxCategory category) {
    return switch (category) {
      case REVERSE_CHARGE -> "Reverse charge";
      case INTRA_COMMUNITY ->
          "Intra-Community supply, exempt under Art. 138 of Directive 2006/112/EC";
      case EXPORT -> "Export outside the EU, exempt under Art. 146 of Directive 2006/112/EC";
      case OUT_OF_SCOPE -> "Not subject to VAT";
      case EXEMPT -> "Exempt from VAT";
      case STANDARD, ZERO -> null;
    };
  }

  /** What the party gave, else its VAT id under the scheme of its country. */
  static @Nullable ElectronicAddress endpoint(EinvoiceParty party) {
    ElectronicAddress given = party.electronicAddress();
    String number = vatId(party);
    String scheme = SCHEMES.get(party.address().country());
    if (given != null || number == null || scheme == null) {
      return given;
    }
    return new ElectronicAddress(scheme, number);
  }

  /** Credit transfer, within SEPA (58) or elsewhere (30): UNTDID 4461. */
  static String paymentMeans(EinvoiceDocument document) {
    String account = document.payment().account();
    boolean sepa =
        document.currency().getCurrencyCode().equals("EUR")
            && account != null
            && account.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    return sepa ? "58" : "30";
  }
}
