package io.dunwell.dunning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.dunwell.dunning.ItemFacts.HeldPart;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the facts about many accounts on a day: a handful of queries however many there are. */
@Component
class AccountReader {

  private final FactQueries queries;
  private final PolicyShelf policies;
  private final ExchangeRates rates;

  AccountReader(FactQueries queries, PolicyShelf policies, ExchangeRates rates) {
    this.queries = queries;
    this.policies = policies;
    this.rates = rates;
  }

  /** The facts, in the order of the keys. The caller holds the accounts' locks if it will act. */
  List<AccountFacts> read(Collection<AccountKey> keys, LocalDate day, boolean gatesCount) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Gathered gathered = gather(keys, day);
    List<AccountFacts> facts = new ArrayList<>(keys.size());
    for (AccountKey key : keys) {
      facts.add(account(key, day, gatesCount, gathered));
    }
    return facts;
  }

  private Gathered gather(Collection<AccountKey> keys, LocalDate day) {
    List<FactRows.Item> items = queries.items(keys, day);
    Set<UUID> subjects = keys.stream().map(key -> key.customer().value()).collect(toSet());
    Set<UUID> assigned = new HashSet<>(subjects);
    items.forEach(item -> assigned.add(item.document()));
    PolicyBook book = policies.on(day);
    return new Gathered(
        items.stream().collect(groupingBy(FactRows.Item::key)),
        queries.holds(subjects, day).stream().collect(groupingBy(FactRows.Hold::customer)),
        byKey(queries.states(keys, day)),
        queries.bankStatementOn(),
        book,
        policies.assigned(assigned, day),
        withoutRate(book.feeCurrencies(), keys, day));
  }

  /** By account's currency, the others that it has no rate to. */
  private Map<Currency, Set<Currency>> withoutRate(
      Set<Currency> fees, Collection<AccountKey> keys, LocalDate day) {
    Map<Currency, Set<Currency>> without = new HashMap<>();
    if (!fees.isEmpty()) {
      for (Currency own : keys.stream().map(AccountKey::currency).collect(toSet())) {
        without.put(
            own, fees.stream().filter(fee -> rates.rate(own, fee, day).isEmpty()).collect(toSet()));
      }
    }
    return without;
  }

  private static Map<AccountKey, FactRows.State> byKey(List<FactRows.State> states) {
    Map<AccountKey, FactRows.State> byKey = new HashMap<>();
    states.forEach(state -> byKey.put(state.key(), state));
    return byKey;
  }

  private static AccountFacts account(
      AccountKey key, LocalDate day, boolean gatesCount, Gathered gathered) {
    FactRows.State state = gathered.state(key);
    List<FactRows.Item> items = gathered.items().getOrDefault(key, List.of());
    HeldItems held =
        HeldItems.of(key, gathered.holds().getOrDefault(key.customer().value(), List.of()));
    String policy = gathered.assigned().get(key.customer().value());
    return new AccountFacts(
        key.customer().value(),
        state.number(),
        state.name(),
        key.currency(),
        day,
        gathered.book().named(policy),
        items.stream()
            .filter(FactRows.Item::owed)
            .map(i -> item(i, held, policy, gathered))
            .toList(),
        money(state.unapplied(), key.currency()),
        items.stream().filter(FactRows.Item::credit).map(AccountReader::credit).toList(),
        state.openCase(),
        state.lastActOn(),
        held.account(),
        new AccountFacts.Gates(
            gatesCount,
            gathered.bankStatementOn(),
            state.address(),
            state.refusedAddress(),
            gathered.withoutRate().getOrDefault(key.currency(), Set.of())));
  }

  private static ItemFacts item(
      FactRows.Item row, HeldItems held, @Nullable String customers, Gathered gathered) {
    String own = gathered.assigned().get(row.document());
    HeldPart hold = held.on(row.id());
    return new ItemFacts(
        row.id(),
        row.number(),
        row.label(),
        row.climbs(),
        row.issuedOn(),
        row.dueOn(),
        money(row.amount(), row.key().currency()),
        money(row.dunnable(), row.key().currency()),
        hold,
        row.level(),
        row.courtesyOn() != null,
        gathered.book().named(own == null ? customers : own));
  }

  private static AccountFacts.Credit credit(FactRows.Item row) {
    return new AccountFacts.Credit(
        row.number(), row.issuedOn(), money(row.dunnable().negate(), row.key().currency()));
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return new Money(amount, currency);
  }

  /** What the queries brought, by account. */
  private record Gathered(
      Map<AccountKey, List<FactRows.Item>> items,
      Map<UUID, List<FactRows.Hold>> holds,
      Map<AccountKey, FactRows.State> states,
      @Nullable LocalDate bankStatementOn,
      PolicyBook book,
      Map<UUID, String> assigned,
      Map<Currency, Set<Currency>> withoutRate) {

    FactRows.State state(AccountKey key) {
      FactRows.State state = states.get(key);
      if (state == null) {
        throw new IllegalStateException("Nothing is known about " + key);
      }
      return state;
    }
  }

  static AccountKey key(UUID customer, String currency) {
    return new AccountKey(new CustomerId(customer), Currency.getInstance(currency));
  }
}
