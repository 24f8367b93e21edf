package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says is wrong.
 *
 * @param item null for the whole account
 * @param amount how much of the item is disputed; null for all of it
 * @param department who has to look into it
 * @param claim the customer's words
 */
public record NewDispute(
    CustomerId customer,
    Currency currency,
    @Nullable ItemId item,
    @Nullable Money amount,
    Department department,
    String claim,
    LocalDate raisedOn) {

  /**
   * @throws RuleViolation {@code dispute.no-claim} if nobody could tell what is disputed
   */
  public NewDispute {
    if (claim.isBlank()) {
      throw new RuleViolation("dispute.no-claim", "Write down what the customer says is wrong.");
    }
  }
}
