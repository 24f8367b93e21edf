package io.dunwell.receipts;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in.
 *
 * @param reference what the payer wrote
 * @param sourceKey where it comes from, for example {@code import:ibm:7900770}; the same key again
 *     is the same receipt
 * @param documents numbers of the documents that it pays, in this order; what is left over, and
 *     everything if there are none, stays unapplied
 */
public record NewReceipt(
    CustomerId customer,
    Money amount,
    LocalDate receivedOn,
    @Nullable String reference,
    String sourceKey,
    List<String> documents) {

  /**
   * @throws RuleViolation {@code receipt.nothing-received} or {@code receipt.source-key-missing}
   */
  public NewReceipt {
    documents = List.copyOf(documents);
    if (!amount.isPositive()) {
      throw new RuleViolation(
          "receipt.nothing-received", "A receipt has to be about more than zero.");
    }
    if (sourceKey.isBlank()) {
      throw new RuleViolation(
          "receipt.source-key-missing",
          "A receipt needs the key of its source, so that it is not booked twice.");
    }
  }

  /** A receipt that pays nothing in particular. */
  public NewReceipt(
      CustomerId customer,
      Money amount,
      LocalDate receivedOn,
      @Nullable String reference,
      String sourceKey) {
    this(customer, amount, receivedOn, reference, sourceKey, List.of());
  }

  AccountKey account() {
    return new AccountKey(customer, amount.currency());
  }
}
