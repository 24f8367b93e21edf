package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A hold to be placed: on an item or a part of it, on a customer's account in one currency, or on
 * everything a customer owes.
 *
 * @param customer whose money is not chased
 * @param currency null for every currency, or when the item says it
 * @param item null for the whole account
 * @param amount how much of the item; null for all of it
 * @param why a sentence for whoever asks later
 * @param from the first day
 * @param until the last day, inclusive; null until somebody releases it
 */
public record NewHold(
    CustomerId customer,
    @Nullable Currency currency,
    @Nullable ItemId item,
    @Nullable Money amount,
    HoldReason reason,
    String why,
    LocalDate from,
    @Nullable LocalDate until) {

  /**
   * @throws RuleViolation if it ends before it begins, has no reason, or its amount fits nothing
   */
  public NewHold {
    refuseIf(why.isBlank(), "hold.no-reason", "Say why the chase should stop.");
    refuseIf(
        until != null && until.isBefore(from),
        "hold.ends-before-it-begins",
        "The last day of a hold cannot lie before its first day.");
    refuseIf(
        amount != null && !amount.isPositive(),
        "hold.amount-not-positive",
        "The amount on hold has to be more than nothing.");
    refuseIf(
        amount != null && item == null,
        "hold.amount-without-item",
        "Say which item the amount belongs to, or leave the amount out.");
  }

  /** A hold on one item, whole. */
  public static NewHold onItem(
      CustomerId customer, ItemId item, HoldReason reason, String why, LocalDate from) {
    return new NewHold(customer, null, item, null, reason, why, from, null);
  }

  private static void refuseIf(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
