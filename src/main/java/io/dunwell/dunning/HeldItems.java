package io.dunwell.dunning;

import io.dunwell.dunning.ItemFacts.HeldPart;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on hold in an account.
 *
 * @param account the hold on all of it, or null
 * @param items the holds on items; several on one add up
 */
record HeldItems(@Nullable HeldPart account, Map<UUID, HeldPart> items) {

  static HeldItems of(AccountKey key, List<FactRows.Hold> holds) {
    HeldPart account = null;
    Map<UUID, HeldPart> items = new HashMap<>();
    for (FactRows.Hold hold : holds) {
      UUID item = hold.item();
      if (item != null) {
        items.merge(item, part(hold, key), HeldItems::together);
      } else if (concerns(hold, key)) {
        account = account == null ? part(hold, key) : together(account, part(hold, key));
      }
    }
    return new HeldItems(account, items);
  }

  @Nullable HeldPart on(UUID item) {
    return items.get(item);
  }

  private static boolean concerns(FactRows.Hold hold, AccountKey key) {
    return hold.currency() == null || hold.currency().equals(key.currency().getCurrencyCode());
  }

  private static HeldPart part(FactRows.Hold hold, AccountKey key) {
    Money amount = hold.amount() == null ? null : new Money(hold.amount(), key.currency());
    String why = hold.reason().toLowerCase(Locale.ROOT) + ": " + hold.why();
    return new HeldPart(amount, why, hold.until());
  }

  private static HeldPart together(HeldPart one, HeldPart other) {
    Money amount =
        one.amount() == null || other.amount() == null ? null : one.amount().plus(other.amount());
    LocalDate until =
        one.until() == null || other.until() == null
            ? null
            : one.until().isAfter(other.until()) ? one.until() : other.until();
    return new HeldPart(amount, one.why() + "; " + other.why(), until);
  }
}
