package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.pages.Columns;
import io.dunwell.shared.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one cause holds back in one currency, by age. */
record CauseSum(Cause cause, String currency, int count, Map<AgeBand, Money> byAge, Money value) {

  static final Columns<CauseSum> COLUMNS =
      Columns.<CauseSum>of("unbilled-by-cause")
          .word("cause", "billing.cause", "billing.cause.", CauseSum::cause)
          .text("currency", "billing.currency", CauseSum::currency)
          .number("count", "billing.count", CauseSum::count)
          .amount("WEEK", "unbilled.age.WEEK", sum -> sum.aged(AgeBand.WEEK))
          .amount("MONTH", "unbilled.age.MONTH", sum -> sum.aged(AgeBand.MONTH))
          .amount("TWO_MONTHS", "unbilled.age.TWO_MONTHS", sum -> sum.aged(AgeBand.TWO_MONTHS))
          .amount("OLDER", "unbilled.age.OLDER", sum -> sum.aged(AgeBand.OLDER))
          .amount("value", "billing.value", CauseSum::value);

  CauseSum {
    byAge = Map.copyOf(byAge);
  }

  /** What is as old as that; zero if nothing is. */
  public Money aged(AgeBand band) {
    return byAge.getOrDefault(band, Money.zero(value.currency()));
  }

  static List<CauseSum> of(List<UnbilledRow> rows) {
    Map<Cause, Map<String, List<UnbilledRow>>> groups = new EnumMap<>(Cause.class);
    rows.forEach(
        row ->
            groups
                .computeIfAbsent(row.item().cause(), cause -> new TreeMap<>())
                .computeIfAbsent(row.item().currency(), currency -> new ArrayList<>())
                .add(row));
    List<CauseSum> sums = new ArrayList<>();
    groups.forEach(
        (cause, byCurrency) ->
            byCurrency.forEach((currency, some) -> sums.add(sum(cause, currency, some))));
    return sums;
  }

  private static CauseSum sum(Cause cause, String currency, List<UnbilledRow> rows) {
    Money total = Money.of("0", currency);
    Map<AgeBand, Money> byAge = new LinkedHashMap<>();
    for (UnbilledRow row : rows) {
      Money value = row.item().value();
      if (value != null) {
        byAge.merge(AgeBand.of(row.item().ageDays()), value, Money::plus);
        total = total.plus(value);
      }
    }
    return new CauseSum(cause, currency, rows.size(), byAge, total);
  }
}
