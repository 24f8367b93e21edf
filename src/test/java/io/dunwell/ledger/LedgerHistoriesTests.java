package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds after every history: thousands of random ones, told in any order, some told twice. */
@DunwellTest
class LedgerHistoriesTests {

  private static final int HISTORIES = 3_000;
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final Actor CLERK = new Actor("clerk");
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("INR"), Currency.getInstance("EUR"), Currency.getInstance("JPY"));

  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private final Random random = new Random(20_261_122);

  @Test
  void everyHistoryAddsUpAsTheModelSays() {
    List<Entry> told = new ArrayList<>();
    Map<UUID, List<Entry>> byItem = new LinkedHashMap<>();
    for (int i = 0; i < HISTORIES; i++) {
      UUID item = new UUID(7, i);
      List<Entry> history = history(item);
      byItem.put(item, history);
      told.addAll(history);
    }
    tellInAnyOrderSomeTwice(told);

    assertEntriesSumToZero();
    assertThat(count("ledger.entry")).isEqualTo(told.size());
    assertItemsAreWorthWhatTheModelSays(byItem);
    assertControlAccountIsTheSumOfItsItems();
  }

  @Test
  void takingEverythingBackLeavesNothing() {
    List<Entry> told = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      told.addAll(history(new UUID(8, i)));
    }
    tellInAnyOrderSomeTwice(told);

    LocalDate end = START.plusDays(1_000);
    transaction.executeWithoutResult(
        status -> {
          for (Entry entry : told) {
            ledger.reverse(entry.key(), "back:" + entry.key(), end, CLERK);
          }
        });

    assertThat(ledger.trialBalance(end, null)).allMatch(line -> line.balance().isZero());
    assertThat(ledger.trialBalance(end.minusDays(1), null))
        .anyMatch(line -> !line.balance().isZero());
    assertEntriesSumToZero();
  }

  @Test
  void whatWasKnownThenCanBeSeenAgain() {
    LocalDate day = START.plusDays(400);
    Map<Instant, List<TrialBalanceLine>> seen = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 20; j++) {
        tellInAnyOrderSomeTwice(history(new UUID(9, i * 100L + j)));
      }
      Instant now =
          Objects.requireNonNull(
                  jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class))
              .toInstant();
      seen.put(now, ledger.trialBalance(day, null));
    }

    assertThat(seen.values()).doesNotHaveDuplicates();
    seen.forEach((then, lines) -> assertThat(ledger.trialBalance(day, then)).isEqualTo(lines));
  }

  /** An invoice, payments up to its amount, and reversals of some of them. */
  private List<Entry> history(UUID item) {
    Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    Money open = minor(1 + random.nextInt(1_000_000), currency);
    LocalDate day = START.plusDays(random.nextInt(700));
    List<Entry> acts = new ArrayList<>();
    acts.add(act("invoice:" + item, day, item, open, Account.REVENUE));
    int payments = random.nextInt(6);
    for (int i = 0; i < payments && open.isPositive(); i++) {
      Money part = minor(1 + random.nextLong(minorOf(open)), currency);
      day = day.plusDays(random.nextInt(40));
      Entry payment = act("paid:" + item + ":" + i, day, item, part.negated(), Account.BANK);
      acts.add(payment);
      open = open.minus(part);
      if (random.nextInt(4) == 0) {
        day = day.plusDays(random.nextInt(10));
        acts.add(act("bounced:" + item + ":" + i, day, item, part, Account.BANK));
        open = open.plus(part);
      }
    }
    return acts;
  }

  private void tellInAnyOrderSomeTwice(List<Entry> acts) {
    List<Entry> telling = new ArrayList<>(acts);
    acts.stream().filter(act -> random.nextInt(5) == 0).forEach(telling::add);
    Collections.shuffle(telling, random);
    for (int from = 0; from < telling.size(); ) {
      int until = Math.min(telling.size(), from + 1 + random.nextInt(400));
      List<Entry> some = telling.subList(from, until);
      transaction.executeWithoutResult(
          status -> assertThat(ledger.recordAll(some)).hasSameSizeAs(some));
      from = until;
    }
  }

  private void assertEntriesSumToZero() {
    assertThat(
            jdbc.queryForList(
                "select entry from ledger.posting group by entry, currency having sum(amount) <> 0"
                    + " union all select seq from ledger.entry e where not exists"
                    + " (select 1 from ledger.posting p where p.entry = e.seq)",
                Long.class))
        .isEmpty();
  }

  private void assertItemsAreWorthWhatTheModelSays(Map<UUID, List<Entry>> byItem) {
    for (LocalDate day = START; day.isBefore(START.plusDays(900)); day = day.plusDays(45)) {
      Map<UUID, BigDecimal> stored = worth(day);
      LocalDate asOf = day;
      assertThat(byItem.entrySet())
          .as("on %s", asOf)
          .filteredOn(
              item ->
                  worth(item.getValue(), asOf)
                          .compareTo(stored.getOrDefault(item.getKey(), BigDecimal.ZERO))
                      != 0)
          .isEmpty();
    }
  }

  private Map<UUID, BigDecimal> worth(LocalDate day) {
    Map<UUID, BigDecimal> stored = new HashMap<>();
    jdbc.query(
        "select item, sum(amount) as worth from ledger.posting"
            + " where account = 'RECEIVABLE' and effective_on <= ? group by item",
        row -> {
          stored.put(row.getObject("item", UUID.class), row.getBigDecimal("worth"));
        },
        day);
    return stored;
  }

  private static BigDecimal worth(List<Entry> acts, LocalDate day) {
    return acts.stream()
        .filter(act -> !act.effectiveOn().isAfter(day))
        .map(act -> act.postings().get(0).amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void assertControlAccountIsTheSumOfItsItems() {
    LocalDate day = START.plusDays(350);
    for (Currency currency : CURRENCIES) {
      Money sum = Money.zero(currency);
      for (UUID item :
          jdbc.queryForList(
              "select distinct item from ledger.posting"
                  + " where account = 'RECEIVABLE' and currency = ? limit 150",
              UUID.class,
              currency.getCurrencyCode())) {
        sum = sum.plus(ledger.balance(Account.RECEIVABLE, item, currency, day));
      }
      assertThat(sum.amount()).isNotNegative();
    }
    assertThat(ledger.trialBalance(day, null))
        .filteredOn(line -> line.account() == Account.RECEIVABLE)
        .allSatisfy(
            line ->
                assertThat(line.balance())
                    .isEqualTo(ledger.balance(Account.RECEIVABLE, line.balance().currency(), day)));
  }

  private long count(String table) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
  }

  private static Entry act(String key, LocalDate day, UUID item, Money amount, Account otherSide) {
    return Entry.of(
        key,
        key,
        day,
        CLERK,
        new Posting(Account.RECEIVABLE, new UUID(1, 1), item, amount),
        new Posting(otherSide, null, null, amount.negated()));
  }

  private static Money minor(long units, Currency currency) {
    return new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency);
  }

  private static long minorOf(Money money) {
    return money.amount().unscaledValue().longValueExact();
  }
}
