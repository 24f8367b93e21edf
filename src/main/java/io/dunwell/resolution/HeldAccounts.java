package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and locks the accounts that holds are placed on, and checks that the items lie in them. */
@Component
class HeldAccounts {

  private final JdbcClient jdbc;
  private final Accounts accounts;

  HeldAccounts(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /** The same holds with the currency of their items, after locking their accounts. */
  List<NewHold> lockedFor(List<NewHold> holds) {
    Map<UUID, Owner> owners = ownersOf(holds);
    List<NewHold> complete = holds.stream().map(hold -> withCurrency(hold, owners)).toList();
    lock(complete);
    return complete;
  }

  void lock(HoldView hold) {
    String currency = hold.currency();
    CustomerId customer = hold.customer();
    accounts.lockAll(
        currency == null
            ? everyAccountOf(Set.of(customer))
            : Set.of(new AccountKey(customer, Currency.getInstance(currency))));
  }

  private void lock(List<NewHold> holds) {
    Set<AccountKey> keys = new HashSet<>();
    Set<CustomerId> whole = new HashSet<>();
    for (NewHold hold : holds) {
      Currency currency = hold.currency();
      if (currency == null) {
        whole.add(hold.customer());
      } else {
        keys.add(new AccountKey(hold.customer(), currency));
      }
    }
    keys.addAll(everyAccountOf(whole));
    accounts.lockAll(keys);
  }

  private Set<AccountKey> everyAccountOf(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            """
            select distinct customer, currency from receivables.v_open_item
            where customer in (:customers)
            """)
        .param("customers", customers.stream().map(CustomerId::value).toList())
        .query(
            (row, n) ->
                new AccountKey(
                    new CustomerId(row.getObject("customer", UUID.class)),
                    Currency.getInstance(row.getString("currency"))))
        .set();
  }

  private Map<UUID, Owner> ownersOf(List<NewHold> holds) {
    List<UUID> items =
        holds.stream()
            .map(NewHold::item)
            .filter(Objects::nonNull)
            .map(ItemId::value)
            .distinct()
            .toList();
    if (items.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, customer, currency from receivables.v_open_item where id = any(:items)")
        .param("items", items.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Owner(
                    row.getObject("id", UUID.class),
                    new CustomerId(row.getObject("customer", UUID.class)),
                    Currency.getInstance(row.getString("currency"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Owner::item, owner -> owner));
  }

  private static NewHold withCurrency(NewHold hold, Map<UUID, Owner> owners) {
    ItemId item = hold.item();
    if (item == null) {
      return hold;
    }
    Owner owner = owners.get(item.value());
    if (owner == null) {
      throw new RuleViolation("hold.item-unknown", "There is no open item " + item.value() + ".");
    }
    owner.refuseUnlessFits(hold);
    return new NewHold(
        hold.customer(),
        owner.currency(),
        item,
        hold.amount(),
        hold.reason(),
        hold.why(),
        hold.from(),
        hold.until());
  }

  private record Owner(UUID item, CustomerId customer, Currency currency) {

    void refuseUnlessFits(NewHold hold) {
      if (!customer.equals(hold.customer())) {
        throw new RuleViolation(
            "hold.other-customer", "That item belongs to another customer: choose one of theirs.");
      }
      boolean other = hold.currency() != null && !currency.equals(hold.currency());
      if (other || (hold.amount() != null && !hold.amount().currency().equals(currency))) {
        throw new RuleViolation(
            "hold.other-currency", "That item is in " + currency + ": use its currency.");
      }
    }
  }
}
