package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whole histories of an account, held against the level arithmetic written down a second time. */
class LadderHistoriesTests {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  /** An invoice of a history: days count from the start. */
  private record Invoice(String number, int due, int paid) {}

  @Property(tries = 300)
  void everyDayOfEveryHistoryFollowsTheArithmetic(@ForAll Random random) {
    int[] ladder = ladder(random);
    int interval = random.nextInt(8);
    List<Invoice> invoices = invoices(random);
    Map<String, Integer> levels = new HashMap<>();
    Map<String, Integer> expected = new HashMap<>();
    @Nullable Integer last = null;
    for (int day = 0; day < 140; day++) {
      Decision decision = decide(day, ladder, interval, invoices, levels, last);
      List<String> raised = raised(day, ladder, interval, invoices, expected, last);

      assertThat(numbers(decision)).containsExactlyInAnyOrderElementsOf(raised);
      Act act = decision.act();
      if (act != null) {
        int top =
            raised.stream()
                .mapToInt(number -> expected.getOrDefault(number, 0) + 1)
                .max()
                .orElseThrow();
        assertThat(act.stage()).isEqualTo(top);
        act.raised().forEach(line -> levels.merge(line.item().number(), 1, Integer::sum));
        raised.forEach(number -> expected.merge(number, 1, Integer::sum));
        assertThat(levels).isEqualTo(expected);
        last = day;
      }
    }
  }

  /** The arithmetic once more, as plainly as it can be said. */
  private static List<String> raised(
      int day,
      int[] ladder,
      int interval,
      List<Invoice> invoices,
      Map<String, Integer> levels,
      @Nullable Integer last) {
    if (last != null && day - last < interval) {
      return List.of();
    }
    List<String> raised = new ArrayList<>();
    for (Invoice invoice : invoices) {
      int level = levels.getOrDefault(invoice.number(), 0);
      if (day < invoice.paid() && level < ladder.length && day - invoice.due() >= ladder[level]) {
        raised.add(invoice.number());
      }
    }
    return raised;
  }

  private static Decision decide(
      int day,
      int[] ladder,
      int interval,
      List<Invoice> invoices,
      Map<String, Integer> levels,
      @Nullable Integer last) {
    LedgerOfOne account = new LedgerOfOne();
    account.legalDecided = true;
    account.policy = LedgerOfOne.policy(interval, ladder);
    account.lastActOn = last == null ? null : START.plusDays(last);
    for (Invoice invoice : invoices) {
      if (day < invoice.paid()) {
        int level = levels.getOrDefault(invoice.number(), 0);
        account.owes(invoice.number(), "10.00", START.plusDays(invoice.due()), level);
      }
    }
    return account.on(START.plusDays(day));
  }

  private static List<String> numbers(Decision decision) {
    Act act = decision.act();
    if (act == null) {
      return List.of();
    }
    assertThat(act.lines()).allSatisfy(line -> assertThat(line.open()).isEqualTo(TEN));
    return act.raised().stream().map(line -> line.item().number()).toList();
  }

  private static final Money TEN = Money.of("10.00", "EUR");

  private static int[] ladder(Random random) {
    return IntStream.generate(() -> random.nextInt(60))
        .limit(1 + random.nextInt(6))
        .sorted()
        .toArray();
  }

  private static List<Invoice> invoices(Random random) {
    List<Invoice> invoices = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      int due = random.nextInt(60);
      invoices.add(new Invoice("I" + i, due, due + random.nextInt(120) - 10));
    }
    return invoices;
  }
}
