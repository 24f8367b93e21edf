package io.dunwell.contracts;

import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.tax.Supply;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a contract that an amendment can change.
 *
 * @param title what it is about
 * @param validFrom the first day of the contract
 * @param validUntil the last, null for no end
 * @param billingRule when deliveries are billed
 * @param paymentTerms when invoices have to be paid, with instalments
 * @param purchaseOrder the customer's order, null if there is none
 * @param priceLines what the items cost; of one item at most one on any day
 * @param owner login name of who looks after the contract
 * @param placeOfSupply code of the state or country whose tax is due, for example {@code 27}
 * @param taxScheme name of the tax scheme, for example {@code GST}
 * @param supply what the law sees in what is supplied, for example reverse charge; null for what
 *     follows from customer and place
 * @param proofRequired whether nothing is billed before its delivery is proven
 * @param advance what is asked for in advance and set off later, null for nothing
 */
public record ContractTerms(
    String title,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    BillingRule billingRule,
    PaymentTerms paymentTerms,
    @Nullable PurchaseOrder purchaseOrder,
    List<PriceLine> priceLines,
    String owner,
    String placeOfSupply,
    String taxScheme,
    @Nullable Supply supply,
    boolean proofRequired,
    @Nullable Money advance) {

  /**
   * @throws RuleViolation {@code contract.no-title}, {@code contract.no-owner}, {@code
   *     contract.ends-before-it-begins}, {@code contract.overlapping-prices}, {@code
   *     contract.advance-not-positive}
   */
  public ContractTerms {
    title = required("title", title);
    owner = required("owner", owner);
    placeOfSupply = placeOfSupply.strip().toUpperCase(Locale.ROOT);
    taxScheme = taxScheme.strip();
    priceLines = List.copyOf(priceLines);
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new RuleViolation(
          "contract.ends-before-it-begins", "The contract ends before it begins.");
    }
    if (advance != null && !advance.isPositive()) {
      throw new RuleViolation(
          "contract.advance-not-positive", "An advance is more than zero, or left empty.");
    }
    refuseOverlaps(priceLines);
  }

  /** Terms whose kind of supply follows from customer and place. */
  public ContractTerms(
      String title,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      BillingRule billingRule,
      PaymentTerms paymentTerms,
      @Nullable PurchaseOrder purchaseOrder,
      List<PriceLine> priceLines,
      String owner,
      String placeOfSupply,
      String taxScheme,
      boolean proofRequired,
      @Nullable Money advance) {
    this(
        title,
        validFrom,
        validUntil,
        billingRule,
        paymentTerms,
        purchaseOrder,
        priceLines,
        owner,
        placeOfSupply,
        taxScheme,
        null,
        proofRequired,
        advance);
  }

  /** The same terms with other prices. */
  public ContractTerms withPrices(List<PriceLine> others) {
    return new ContractTerms(
        title,
        validFrom,
        validUntil,
        billingRule,
        paymentTerms,
        purchaseOrder,
        others,
        owner,
        placeOfSupply,
        taxScheme,
        supply,
        proofRequired,
        advance);
  }

  /** The same under another purchase order, null for none. */
  public ContractTerms under(@Nullable PurchaseOrder other) {
    return new ContractTerms(
        title,
        validFrom,
        validUntil,
        billingRule,
        paymentTerms,
        other,
        priceLines,
        owner,
        placeOfSupply,
        taxScheme,
        supply,
        proofRequired,
        advance);
  }

  /** What other terms say otherwise, as {@code before → after} by the name of the term. */
  public Map<String, String> differencesTo(ContractTerms other) {
    return Amendment.between(this, other);
  }

  /**
   * @throws RuleViolation {@code contract.foreign-currency}
   */
  void requireCurrency(Currency currency) {
    require(currency, purchaseOrder == null ? null : purchaseOrder.cap());
    require(currency, advance);
    priceLines.forEach(line -> require(currency, line.minimumCommitment()));
  }

  private static void require(Currency currency, @Nullable Money amount) {
    if (amount != null && !amount.currency().equals(currency)) {
      throw new RuleViolation(
          "contract.foreign-currency",
          "All amounts of this contract are in " + currency + ", not " + amount.currency() + ".");
    }
  }

  private static void refuseOverlaps(List<PriceLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      for (PriceLine later : lines.subList(i + 1, lines.size())) {
        if (lines.get(i).overlaps(later)) {
          throw new RuleViolation(
              "contract.overlapping-prices",
              "There would be two prices of "
                  + later.item()
                  + " on "
                  + Words.day(later.from())
                  + ". End the former the day before the next begins.");
        }
      }
    }
  }

  private static String required(String what, String text) {
    if (text.isBlank()) {
      throw new RuleViolation("contract.no-" + what, "A contract needs a " + what + ".");
    }
    return text.strip();
  }
}
