package io.dunwell.invoices;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is based on: who is billed, under which contract, on which terms.
 *
 * @param customer the customer's id
 * @param contract the contract's id, null for none
 * @param contractNumber its number, null for none
 * @param contractVersion the version of it that counted, null for none
 * @param currency ISO 4217
 * @param terms payment terms as {@link io.dunwell.party.PaymentTerms} writes them
 * @param poNumber the customer's purchase order, null for none
 * @param taxScheme the tax scheme's name
 * @param placeOfSupply state or country code, null where the scheme needs none
 * @param supply for example {@code REGULAR} or {@code EXPORT_WITHOUT_TAX}
 * @param remark printed below the lines, null for none
 * @param shipTo the delivery that says where its goods went, null if to the address that is billed
 */
@Embeddable
public record Basis(
    UUID customer,
    @Nullable UUID contract,
    @Nullable String contractNumber,
    @Nullable Integer contractVersion,
    String currency,
    String terms,
    @Nullable String poNumber,
    String taxScheme,
    @Nullable String placeOfSupply,
    String supply,
    @Nullable String remark,
    @Nullable UUID shipTo) {

  /** What goes to the address that is billed. */
  public Basis(
      UUID customer,
      @Nullable UUID contract,
      @Nullable String contractNumber,
      @Nullable Integer contractVersion,
      String currency,
      String terms,
      @Nullable String poNumber,
      String taxScheme,
      @Nullable String placeOfSupply,
      String supply,
      @Nullable String remark) {
    this(
        customer,
        contract,
        contractNumber,
        contractVersion,
        currency,
        terms,
        poNumber,
        taxScheme,
        placeOfSupply,
        supply,
        remark,
        null);
  }

  /** The same on other payment terms. */
  public Basis on(String newTerms) {
    return new Basis(
        customer,
        contract,
        contractNumber,
        contractVersion,
        currency,
        newTerms,
        poNumber,
        taxScheme,
        placeOfSupply,
        supply,
        remark,
        shipTo);
  }
}
