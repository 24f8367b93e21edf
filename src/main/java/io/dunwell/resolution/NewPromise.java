package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A customer's word that money comes by a day.
 *
 * @param items what it is about; empty for the whole account
 * @param parts how much by when, earliest first
 * @param madeOn the day it was given
 * @param note what else was said; may be empty
 */
public record NewPromise(
    CustomerId customer,
    Currency currency,
    List<ItemId> items,
    List<Part> parts,
    LocalDate madeOn,
    String note) {

  /** How much the customer pays by when. */
  public record Part(Money amount, LocalDate payBy) {}

  /**
   * @throws RuleViolation if it promises nothing, or by a day that has passed
   */
  public NewPromise {
    items = List.copyOf(items);
    parts = List.copyOf(parts);
    refuseIf(parts.isEmpty(), "promise.nothing-promised", "Say how much will be paid by when.");
    LocalDate earliest = madeOn;
    for (Part part : parts) {
      refuseIf(
          !part.amount().isPositive(),
          "promise.nothing-promised",
          "The amount promised has to be more than nothing.");
      refuseIf(
          !part.amount().currency().equals(currency),
          "promise.other-currency",
          "A promise is in the currency of the account: " + currency + ".");
      refuseIf(
          part.payBy().isBefore(earliest),
          "promise.in-the-past",
          "The day to pay by cannot lie before " + earliest + ".");
      earliest = part.payBy();
    }
  }

  /** A promise of one sum for the whole account. */
  public static NewPromise of(
      CustomerId customer, Money amount, LocalDate payBy, LocalDate madeOn, String note) {
    return new NewPromise(
        customer, amount.currency(), List.of(), List.of(new Part(amount, payBy)), madeOn, note);
  }

  /** Everything promised. */
  public Money total() {
    return parts.stream().map(Part::amount).reduce(Money.zero(currency), Money::plus);
  }

  /** The last day of all. */
  public LocalDate lastDay() {
    return parts.get(parts.size() - 1).payBy();
  }

  private static void refuseIf(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
