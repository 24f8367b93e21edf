package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.tax.Supply;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract in one of its versions.
 *
 * @param id which contract
 * @param number that people use for it
 * @param version which version, from 1
 * @param customer with whom
 * @param title what it is about
 * @param currency of all its amounts
 * @param validFrom the first day
 * @param validUntil the last day, null for no end
 * @param billingRule when deliveries are billed
 * @param terms when invoices have to be paid
 * @param purchaseOrder the customer's order, null if there is none
 * @param priceLines what the items cost
 * @param owner login name of who looks after it
 * @param placeOfSupply code of the state or country whose tax is due
 * @param taxScheme name of the tax scheme
 * @param supply what the law sees in what is supplied, null for what follows from the rest
 * @param proofRequired whether nothing is billed before its delivery is proven
 * @param advance what is asked for in advance, null for nothing
 */
public record ContractView(
    ContractId id,
    String number,
    int version,
    CustomerId customer,
    String title,
    Currency currency,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    BillingRule billingRule,
    PaymentTerms terms,
    @Nullable PurchaseOrder purchaseOrder,
    List<PriceLine> priceLines,
    String owner,
    String placeOfSupply,
    String taxScheme,
    @Nullable Supply supply,
    boolean proofRequired,
    @Nullable Money advance) {

  public ContractView {
    priceLines = List.copyOf(priceLines);
  }

  /** The price line for the item on that day. */
  public Optional<PriceLine> priceLine(String item, LocalDate day) {
    return priceLines.stream().filter(line -> line.item().equals(item) && line.on(day)).findFirst();
  }

  /** Whether the contract is valid on that day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }

  /** What an amendment starts from. */
  public ContractTerms asTerms() {
    return new ContractTerms(
        title,
        validFrom,
        validUntil,
        billingRule,
        terms,
        purchaseOrder,
        priceLines,
        owner,
        placeOfSupply,
        taxScheme,
        supply,
        proofRequired,
        advance);
  }
}
