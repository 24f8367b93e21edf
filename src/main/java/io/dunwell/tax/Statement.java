package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up what a scheme found out about the lines: rounds, totals, rounds off. The same for all.
 */
final class Statement {

  private final TaxableDocument document;
  private final List<TaxedLine> lines;

  Statement(TaxableDocument document, List<Assessment> assessments) {
    this.document = document;
    this.lines = lines(document, assessments);
  }

  /** Everything that is charged, by component and rate. */
  private static List<TaxAmount> totals(List<TaxAmount> amounts) {
    record Key(TaxComponent component, BigDecimal ratePercent) {}
    Map<Key, TaxAmount> totals = new LinkedHashMap<>();
    for (TaxAmount amount : amounts) {
      totals.merge(
          new Key(amount.component(), amount.ratePercent()),
          amount,
          (a, b) ->
              new TaxAmount(
                  a.component(),
                  a.ratePercent(),
                  a.base().plus(b.base()),
                  a.amount().plus(b.amount())));
    }
    return totals.values().stream()
        .sorted(Comparator.comparing(TaxAmount::component).thenComparing(TaxAmount::ratePercent))
        .toList();
  }

  TaxedDocument total(
      List<Withholding> withholdings,
      DocumentTitle title,
      List<String> notes,
      List<TaxRule> rules) {
    List<TaxAmount> totals = totals(lines.stream().flatMap(l -> l.taxes().stream()).toList());
    Money exact = gross().plus(collected(withholdings));
    Money total = document.rounding().wholeTotal() ? whole(exact) : exact;
    return new TaxedDocument(
        lines,
        document.net(),
        totals,
        subtotals(),
        totals(lines.stream().flatMap(l -> l.owedByBuyer().stream()).toList()),
        withholdings,
        total.minus(exact),
        total,
        title,
        notes,
        rules);
  }

  List<TaxedLine> lines() {
    return lines;
  }

  /** Net and taxes, before taxes at source and round-off. */
  private Money gross() {
    return lines.stream().map(TaxedLine::gross).reduce(zero(), Money::plus);
  }

  /** Whether no line bears tax, charged or owed. */
  boolean isUntaxed() {
    return lines.stream().allMatch(l -> l.taxes().isEmpty() && l.owedByBuyer().isEmpty());
  }

  private List<TaxSubtotal> subtotals() {
    record Key(TaxCategory category, BigDecimal ratePercent) {}
    Map<Key, TaxSubtotal> subtotals = new LinkedHashMap<>();
    for (TaxedLine line : lines) {
      subtotals.merge(
          new Key(line.category(), line.ratePercent()),
          new TaxSubtotal(line.category(), line.ratePercent(), line.net(), line.tax()),
          (a, b) ->
              new TaxSubtotal(
                  a.category(),
                  a.ratePercent(),
                  a.taxable().plus(b.taxable()),
                  a.tax().plus(b.tax())));
    }
    return subtotals.values().stream()
        .sorted(Comparator.comparing(TaxSubtotal::category).thenComparing(TaxSubtotal::ratePercent))
        .toList();
  }

  private Money collected(List<Withholding> withholdings) {
    return withholdings.stream()
        .filter(withholding -> withholding.kind() == Withholding.Kind.TCS)
        .map(Withholding::amount)
        .reduce(zero(), Money::plus);
  }

  private Money whole(Money exact) {
    return new Money(exact.amount().setScale(0, RoundingMode.HALF_UP), exact.currency());
  }

  private Money zero() {
    return Money.zero(document.currency());
  }

  private static List<TaxedLine> lines(TaxableDocument document, List<Assessment> assessments) {
    List<Charge> charges = assessments.stream().flatMap(a -> a.charges().stream()).toList();
    List<Money> amounts = Rounder.round(charges, document.rounding().tax());
    List<TaxedLine> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < assessments.size(); i++) {
      Assessment assessment = assessments.get(i);
      int until = from + assessment.charges().size();
      List<TaxAmount> taxes = amounts(charges.subList(from, until), amounts.subList(from, until));
      lines.add(line(document.lines().get(i), assessment, taxes));
      from = until;
    }
    return lines;
  }

  private static TaxedLine line(TaxableLine line, Assessment assessment, List<TaxAmount> taxes) {
    boolean charged = assessment.chargedToBuyer();
    return new TaxedLine(
        line.id(),
        line.net(),
        assessment.category(),
        Charge.plain(assessment.ratePercent()),
        charged ? taxes : List.of(),
        charged ? List.of() : taxes);
  }

  private static List<TaxAmount> amounts(List<Charge> charges, List<Money> amounts) {
    List<TaxAmount> taxes = new ArrayList<>();
    for (int i = 0; i < charges.size(); i++) {
      Charge charge = charges.get(i);
      taxes.add(
          new TaxAmount(charge.component(), charge.ratePercent(), charge.base(), amounts.get(i)));
    }
    return taxes;
  }
}
