package io.dunwell.einvoice;

import org.jspecify.annotations.Nullable;

/**
 * A seller or buyer.
 *
 * @param legalName as registered
 * @param tradeName as known, if different
 * @param taxNumber GSTIN or VAT id; {@code null} if unregistered
 * @param registrationNumber at the company register, if known
 * @param address where it is
 * @param contact whom to ask, a person or a department; without one the party itself
 * @param phone digits
 * @param email for questions
 * @param electronicAddress where electronic documents go; without one it is derived from the VAT id
 */
public record EinvoiceParty(
    String legalName,
    @Nullable String tradeName,
    @Nullable String taxNumber,
    @Nullable String registrationNumber,
    EinvoiceAddress address,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String email,
    @Nullable ElectronicAddress electronicAddress) {

  /** With a tax number and an address only. */
  public static EinvoiceParty of(
      String legalName, @Nullable String taxNumber, EinvoiceAddress address) {
    return new EinvoiceParty(legalName, null, taxNumber, null, address, null, null, null, null);
  }
}
