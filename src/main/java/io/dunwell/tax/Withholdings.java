package io.dunwell.tax;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Taxes at source. Tax is deducted on the value without goods and services tax where the invoice
 * shows it apart (CBDT circular 23/2017), and collected on the whole amount (CBDT circular
 * 17/2020).
 */
final class Withholdings {

  private final TaxableDocument document;
  private final List<TaxedLine> lines;

  private Withholdings(TaxableDocument document, List<TaxedLine> lines) {
    this.document = document;
    this.lines = lines;
  }

  static List<Withholding> of(TaxableDocument document, List<TaxedLine> lines, RateBook book) {
    if (document.withholdings().isEmpty()) {
      return List.of();
    }
    List<String> codes = document.withholdings().stream().map(WithholdingDue::code).toList();
    Map<String, WithholdingRate> rates =
        book.withholdings(codes, document.on()).stream()
            .collect(Collectors.toMap(WithholdingRate::code, Function.identity()));
    Withholdings withholdings = new Withholdings(document, lines);
    return document.withholdings().stream()
        .map(due -> withholdings.withholding(due, rate(due, rates)))
        .toList();
  }

  private static WithholdingRate rate(WithholdingDue due, Map<String, WithholdingRate> rates) {
    WithholdingRate rate = rates.get(due.code());
    if (rate == null) {
      throw new RuleViolation(
          "tax.withholding-not-in-force",
          "On that day there is no tax at source " + due.code() + "; leave it out.");
    }
    return rate;
  }

  private Withholding withholding(WithholdingDue due, WithholdingRate rate) {
    Money whole = value(due, rate);
    Money covered = covered(whole, due);
    Money value = whole.minus(covered);
    Money base =
        document.kind() == DocumentKind.CREDIT_NOTE
            ? givenBack(value, due.earlier(), rate)
            : base(value, due.earlier(), rate);
    BigDecimal percent = rate.percent(due, document.seller());
    return new Withholding(
        rate.code(),
        rate.kind(),
        rate.law(),
        Charge.plain(percent),
        value,
        covered,
        base,
        base.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP));
  }

  /** What an advance bore already, but no more than there is. */
  private static Money covered(Money whole, WithholdingDue due) {
    if (!whole.isPositive()) {
      return Money.zero(whole.currency());
    }
    return due.covered().compareTo(whole) < 0 ? due.covered() : whole;
  }

  private Money value(WithholdingDue due, WithholdingRate rate) {
    return lines.stream()
        .filter(line -> due.lines().isEmpty() || due.lines().contains(line.id()))
        .map(line -> rate.onGross() ? line.gross() : line.net())
        .reduce(Money.zero(document.currency()), Money::plus);
  }

  /** How much of {@code value} is taxed when {@code earlier} went before it. */
  private static Money base(Money value, Money earlier, WithholdingRate rate) {
    Money threshold = new Money(rate.threshold(), value.currency());
    Money after = earlier.plus(value);
    if (rate.excessOnly()) {
      return above(after, threshold).minus(above(earlier, threshold));
    }
    boolean passed =
        threshold.isZero() || after.compareTo(threshold) > 0 || earlier.compareTo(threshold) > 0;
    return passed || isLarge(value, rate.exceptions().single())
        ? value
        : Money.zero(value.currency());
  }

  /** How much of {@code earlier}, of which {@code value} is given back, is no longer taxed. */
  private static Money givenBack(Money value, Money earlier, WithholdingRate rate) {
    Money threshold = new Money(rate.threshold(), value.currency());
    if (rate.excessOnly()) {
      return above(earlier, threshold).minus(above(earlier.minus(value), threshold));
    }
    boolean taxed = threshold.isZero() || earlier.compareTo(threshold) > 0;
    return taxed || isLarge(value, rate.exceptions().single())
        ? value
        : Money.zero(value.currency());
  }

  private static boolean isLarge(
      Money value, @org.jspecify.annotations.Nullable BigDecimal single) {
    return single != null && value.amount().compareTo(single) > 0;
  }

  private static Money above(Money amount, Money threshold) {
    Money excess = amount.minus(threshold);
    return excess.isPositive() ? excess : Money.zero(amount.currency());
  }
}
