package io.dunwell.tax;

import org.jspecify.annotations.Nullable;

/**
 * A seller or buyer as far as taxes care.
 *
 * @param country ISO 3166-1 alpha-2 of the place it is established in
 * @param state the state's two-digit GST code, where the country is India; may be left out if the
 *     tax number tells it
 * @param taxNumber GSTIN or VAT id, if it is registered
 * @param registration how it stands with the tax office
 */
public record TaxParty(
    String country, @Nullable String state, @Nullable String taxNumber, Registration registration) {

  /** Registered as usual under that number. */
  public static TaxParty registered(String country, String taxNumber) {
    return new TaxParty(country, null, taxNumber, Registration.REGULAR);
  }

  /** Without a tax number, in that country and state. */
  public static TaxParty unregistered(String country, @Nullable String state) {
    return new TaxParty(country, state, null, Registration.UNREGISTERED);
  }
}
