package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What European VAT does not allow on a document; each refusal names the remedy. */
final class VatLimits {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private VatLimits() {}

  static void check(TaxableDocument document) {
    if (document.seller().taxNumber() == null) {
      throw new RuleViolation(
          "tax.seller-not-registered", "Only a registered person may charge VAT: give the VAT id.");
    }
    checkSupply(document);
    checkScope(document);
  }

  private static void checkSupply(TaxableDocument document) {
    switch (document.supply()) {
      case REGULAR -> {}
      case REVERSE_CHARGE -> needsVatId(document);
      case INTRA_COMMUNITY -> checkIntraCommunity(document);
      case EXPORT_WITHOUT_TAX -> checkExport(document.placeOfSupply());
      default ->
          throw new RuleViolation(
              "tax.supply-not-of-scheme",
              "VAT knows no " + document.supply() + "; choose another kind of supply.");
    }
  }

  /** Directive art. 138(1): goods, to a person identified in another member state. */
  private static void checkIntraCommunity(TaxableDocument document) {
    String country = VatId.countryOf(needsVatId(document));
    if (!MemberStates.contain(country) || country.equals(document.seller().country())) {
      throw new RuleViolation(
          "tax.intra-community-at-home",
          "An intra-Community supply needs a buyer with a VAT id of another member state.");
    }
    if (document.lines().stream().anyMatch(TaxableLine::service)) {
      throw new RuleViolation(
          "tax.intra-community-service",
          "Only goods are supplied intra-Community; bill services under reverse charge.");
    }
  }

  /** Directive art. 146(1): goods that leave the Union. */
  private static void checkExport(String place) {
    if (MemberStates.contain(place)) {
      throw new RuleViolation(
          "tax.export-at-home",
          "An export leaves the Union, and "
              + place
              + " is in it: correct the place of supply or the kind of supply.");
    }
  }

  /** A country, by ISO 3166-1 alpha-2. */
  static void checkPlace(String place, @Nullable Supply supply) {
    if (!COUNTRIES.contains(place)) {
      throw new RuleViolation(
          "tax.place-of-supply-malformed",
          "\"%s\" is no country; write its code of two letters, for example DE%s."
              .formatted(place, place.equals("EL") ? ", and GR for Greece" : ""));
    }
    if (supply == Supply.EXPORT_WITHOUT_TAX) {
      checkExport(place);
    }
  }

  /** EN 16931 BR-O-11 to BR-O-14: what is outside VAT stands on a document of its own. */
  private static void checkScope(TaxableDocument document) {
    long outside =
        document.lines().stream().filter(l -> l.treatment() == Treatment.NON_TAXABLE).count();
    if (outside > 0 && outside < document.lines().size()) {
      throw new RuleViolation(
          "tax.out-of-scope-mixed",
          "What is outside VAT cannot stand beside what is taxed: bill it apart.");
    }
  }

  private static String needsVatId(TaxableDocument document) {
    String number = document.buyer().taxNumber();
    if (number == null) {
      throw new RuleViolation(
          "tax.buyer-not-registered",
          "The buyer owes the tax only if he is identified: give his VAT id.");
    }
    return number;
  }
}
