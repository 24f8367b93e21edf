package io.dunwell.dunning;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.dunning.Decision.Line;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked before anything is sent. The first "no" is the reason a collector reads. */
final class Gatekeeper {

  private Gatekeeper() {}

  static Optional<Reason> whyNotNow(Act act, AccountFacts facts) {
    return interval(act, facts)
        .or(() -> cash(act, facts))
        .or(() -> minimum(act, facts))
        .or(() -> sendingDay(facts))
        .or(() -> bankStatement(facts))
        .or(() -> exchangeRate(act, facts))
        .or(() -> address(act, facts));
  }

  private static Optional<Reason> interval(Act act, AccountFacts facts) {
    LocalDate last = facts.lastActOn();
    int days = facts.policy().intervalBefore(act.level());
    if (last == null || !facts.day().isBefore(last.plusDays(days))) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            "interval.not-over",
            Words.sentence(
                "The last step was on %s and %s days have to pass; it may go on from %s.",
                last, days, last.plusDays(days))));
  }

  private static Optional<Reason> cash(Act act, AccountFacts facts) {
    Money waiting = facts.unapplied().plus(facts.credited());
    return waiting.isPositive() && !net(act, facts).isPositive()
        ? Optional.of(
            new Reason(
                "cash.waiting",
                Words.sentence(
                    "%s waits to be applied (%s received, %s credited) and covers all that is overdue; apply it first.",
                    waiting, facts.unapplied(), facts.credited())))
        : Optional.empty();
  }

  private static Optional<Reason> minimum(Act act, AccountFacts facts) {
    Optional<BigDecimal> least = facts.policy().minimumFor(act.level(), facts.currency());
    Money net = net(act, facts);
    return least
        .filter(amount -> net.amount().compareTo(amount) < 0)
        .map(
            amount ->
                new Reason(
                    "amount.below-minimum",
                    Words.sentence(
                        "%s is less than the policy's minimum of %s.",
                        net, new Money(amount, facts.currency()))));
  }

  private static Money net(Act act, AccountFacts facts) {
    return act.lines().stream()
        .map(Line::open)
        .reduce(Money.zero(facts.currency()), Money::plus)
        .minus(facts.unapplied())
        .minus(facts.credited());
  }

  private static Optional<Reason> sendingDay(AccountFacts facts) {
    return !facts.gates().counted() || facts.policy().calendar().includes(facts.day())
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "day.not-sending",
                Words.sentence(
                    "%s is not a sending day; it is looked at again tomorrow.", facts.day())));
  }

  private static Optional<Reason> bankStatement(AccountFacts facts) {
    Integer maxAge = facts.policy().maxBankStatementAge();
    if (!facts.gates().counted() || maxAge == null) {
      return Optional.empty();
    }
    LocalDate newest = facts.gates().bankStatementOn();
    if (newest == null) {
      return Optional.of(new Reason("bank.stale", "No bank statement has been read yet."));
    }
    return ChronoUnit.DAYS.between(newest, facts.day()) <= maxAge
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "bank.stale",
                Words.sentence(
                    "The newest bank statement is of %s, older than %s days; read the newer ones first.",
                    newest, maxAge)));
  }

  /** A fee is never left out in silence: without a rate there is no letter either. */
  private static Optional<Reason> exchangeRate(Act act, AccountFacts facts) {
    return act.raised().stream()
        .flatMap(line -> line.item().policy().level(line.level()).stream())
        .flatMap(level -> Stream.ofNullable(level.fee()))
        .flatMap(fee -> Stream.ofNullable(fee.currency()))
        .filter(facts.gates().withoutRate()::contains)
        .findFirst()
        .map(
            theirs ->
                new Reason(
                    "fee.no-exchange-rate",
                    Words.sentence(
                        "The policy's fee is in %s and there is no rate from %s for %s; enter one.",
                        theirs, facts.currency(), facts.day())));
  }

  private static Optional<Reason> address(Act act, AccountFacts facts) {
    AccountFacts.Gates gates = facts.gates();
    if (!gates.counted() || !act.level().channel().writesLetter()) {
      return Optional.empty();
    }
    if (gates.address() == null) {
      return Optional.of(
          new Reason(
              "address.missing", "The customer has no e-mail address; complete the contact."));
    }
    return gates.address().equals(gates.refusedAddress())
        ? Optional.of(
            new Reason(
                "address.refused",
                "%s refused the last letter; correct the address.".formatted(gates.address())))
        : Optional.empty();
  }
}
