package io.dunwell.party;

import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Gstin;
import io.dunwell.tax.MemberStates;
import io.dunwell.tax.Pan;
import io.dunwell.tax.VatId;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/**
 * A number under which a tax office knows the customer.
 *
 * @param scheme for example {@code GSTIN}, {@code PAN}, {@code VAT}
 * @param value the number
 */
@Embeddable
public record TaxId(String scheme, String value) {

  static final String GSTIN = "GSTIN";
  static final String PAN = "PAN";
  private static final String VAT = "VAT";

  /**
   * The same as the tax office writes it: a GSTIN, a PAN and a VAT id of the Union in capitals,
   * without blanks, with check characters that fit. Numbers of other schemes only lose the blanks
   * around them, and so does a VAT id of a country outside the Union.
   *
   * @param country where the customer is, ISO 3166-1 alpha-2
   * @throws RuleViolation {@code gstin.malformed}, {@code gstin.check-digit}, {@code
   *     pan.malformed}, {@code vat-id.malformed}, {@code vat-id.check-digit}
   */
  public TaxId checked(String country) {
    String known = scheme.strip().toUpperCase(Locale.ROOT);
    return new TaxId(
        known,
        switch (known) {
          case GSTIN -> Gstin.of(value).value();
          case PAN -> Pan.of(value).value();
          case VAT -> MemberStates.contain(country) ? VatId.of(value).value() : value.strip();
          default -> value.strip();
        });
  }

  /**
   * A number of which nobody says by whom it was given: in India a PAN if it is as long as one,
   * else a GSTIN; elsewhere a VAT id.
   */
  public static TaxId unnamed(String value, String country) {
    if (!country.equals("IN")) {
      return new TaxId(VAT, value);
    }
    return new TaxId(value.replaceAll("\\s", "").length() == 10 ? PAN : GSTIN, value);
  }
}
