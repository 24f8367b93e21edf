package io.dunwell.dunning;

import io.dunwell.dunning.Decision.Line;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out what acts charge: fee and interest are those of each item's own policy. */
@Component
class Charging {

  private final InterestBook book;
  private final ExchangeRates rates;

  Charging(InterestBook book, ExchangeRates rates) {
    this.book = book;
    this.rates = rates;
  }

  /** The charges of those acts that charge anything. */
  Map<CaseId, Charges> of(List<Plan> plans) {
    List<Plan> charging = plans.stream().filter(Charging::mayCharge).toList();
    Map<CaseId, Charges> charges = new HashMap<>();
    if (charging.isEmpty()) {
      return charges;
    }
    List<UUID> items =
        charging.stream().flatMap(plan -> raised(plan).stream()).map(l -> l.item().item()).toList();
    Map<UUID, LocalDate> watermarks = book.watermarks(items);
    Map<UUID, List<ChargeMath.Movement>> movements = book.movements(items);
    for (Plan plan : charging) {
      List<Charges.Share> shares =
          raised(plan).stream()
              .flatMap(line -> share(line, plan, watermarks, movements).stream())
              .toList();
      charges.put(plan.caseId(), new Charges(fee(plan), shares));
    }
    return charges;
  }

  private static boolean mayCharge(Plan plan) {
    return raised(plan).stream()
        .map(Charging::climbed)
        .anyMatch(level -> level.fee() != null || level.interest() != null);
  }

  /** One fee for each policy among the items, at the highest level that its items climb to. */
  private Money fee(Plan plan) {
    Map<String, Line> highest = new LinkedHashMap<>();
    Map<String, Money> open = new HashMap<>();
    for (Line line : raised(plan)) {
      String policy = line.item().policy().name();
      highest.merge(policy, line, Charging::higher);
      open.merge(policy, line.open(), Money::plus);
    }
    Money sum = Money.zero(plan.decision().facts().currency());
    for (Map.Entry<String, Line> each : highest.entrySet()) {
      Fee fee = climbed(each.getValue()).fee();
      if (fee != null) {
        Money on = Objects.requireNonNull(open.get(each.getKey()));
        sum = sum.plus(inCurrencyOf(fee, on, plan.decision().facts().day()));
      }
    }
    return sum;
  }

  /** Amounts in another currency than the letter's are worked out there and converted back. */
  private Money inCurrencyOf(Fee fee, Money open, LocalDate day) {
    Currency theirs = fee.currency();
    if (theirs == null || theirs.equals(open.currency())) {
      return fee.on(open);
    }
    return rates
        .convert(open, theirs, day)
        .flatMap(converted -> rates.convert(fee.on(converted), open.currency(), day))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "fee.no-exchange-rate",
                    Words.sentence(
                        "There is no rate from %s to %s for %s; enter one.",
                        open.currency(), theirs, day)));
  }

  private static Optional<Charges.Share> share(
      Line line,
      Plan plan,
      Map<UUID, LocalDate> watermarks,
      Map<UUID, List<ChargeMath.Movement>> movements) {
    Interest terms = climbed(line).interest();
    LocalDate until = plan.decision().facts().day();
    UUID item = line.item().item();
    LocalDate after = watermarks.getOrDefault(item, line.item().dueOn());
    if (terms == null || !after.isBefore(until)) {
      return Optional.empty();
    }
    Money amount =
        ChargeMath.interest(
            terms, movements.getOrDefault(item, List.of()), after, until, line.open().currency());
    return amount.isPositive()
        ? Optional.of(new Charges.Share(item, after, until, terms, amount))
        : Optional.empty();
  }

  private static List<Line> raised(Plan plan) {
    return Objects.requireNonNull(plan.decision().act()).raised();
  }

  private static Level climbed(Line line) {
    return line.item().policy().level(line.level()).orElseThrow();
  }

  private static Line higher(Line one, Line other) {
    return Comparator.comparingInt(Line::level).compare(one, other) >= 0 ? one : other;
  }
}
