package io.dunwell.dunning;

import io.dunwell.dunning.ItemFacts.HeldPart;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account on paper: what tests of the rules write their facts with. */
final class LedgerOfOne {

  static final Currency EUR = Currency.getInstance("EUR");
  static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  final List<ItemFacts> items = new ArrayList<>();
  final List<AccountFacts.Credit> credits = new ArrayList<>();
  Policy policy = standard();
  Money unapplied = Money.zero(EUR);
  @Nullable LocalDate lastActOn;
  @Nullable HeldPart hold;
  boolean legalDecided;
  AccountFacts.Gates gates = new AccountFacts.Gates(true, null, "ap@example.com", null, Set.of());

  static Policy standard() {
    return policy(5, 3, 10, 17, 30, 45, 60);
  }

  /** A ladder with the usual meanings at these thresholds. */
  static Policy policy(int interval, int... thresholds) {
    List<Level> levels = new ArrayList<>();
    for (Stage stage : EnumSet.complementOf(EnumSet.of(Stage.COURTESY_NOTE))) {
      if (levels.size() < thresholds.length) {
        levels.add(level(levels.size() + 1, stage, thresholds[levels.size()]));
      }
    }
    return policy(interval, levels);
  }

  static Policy policy(int interval, List<Level> levels) {
    return new Policy("test", 1, interval, Map.of(), SendingDays.EVERY_DAY, null, levels);
  }

  static Level level(int number, Stage stage, int threshold) {
    return new Level(
        number,
        stage,
        threshold,
        stage.usualChannel(),
        stage.usualTemplate(),
        null,
        null,
        Map.of(),
        null);
  }

  Policy withMinimum(String amount) {
    return new Policy(
        policy.name(),
        1,
        policy.minimumInterval(),
        Map.of("EUR", new BigDecimal(amount)),
        policy.calendar(),
        policy.maxBankStatementAge(),
        policy.levels());
  }

  ItemFacts owes(String number, String amount, LocalDate dueOn, int level) {
    ItemFacts item =
        new ItemFacts(
            UUID.nameUUIDFromBytes(number.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            number,
            number,
            true,
            dueOn.minusDays(30),
            dueOn,
            Money.of(amount, "EUR"),
            Money.of(amount, "EUR"),
            null,
            level,
            false,
            policy);
    items.add(item);
    return item;
  }

  void holds(String number, @Nullable String amount) {
    items.replaceAll(
        item ->
            item.number().equals(number)
                ? new ItemFacts(
                    item.item(),
                    number,
                    number,
                    item.climbs(),
                    item.issuedOn(),
                    item.dueOn(),
                    item.amount(),
                    item.open(),
                    new ItemFacts.HeldPart(
                        amount == null ? null : Money.of(amount, "EUR"), "dispute", null),
                    item.level(),
                    item.courtesySent(),
                    item.policy())
                : item);
  }

  Decision on(LocalDate day) {
    return ChaseRules.decide(
        new AccountFacts(
            UUID.randomUUID(),
            "C1",
            "Customer",
            EUR,
            day,
            policy,
            items,
            unapplied,
            credits,
            new AccountFacts.OpenCase(UUID.randomUUID(), legalDecided, null),
            lastActOn,
            hold,
            gates));
  }

  /** Days after the usual due day. */
  Decision after(int days) {
    return on(DUE.plusDays(days));
  }
}
