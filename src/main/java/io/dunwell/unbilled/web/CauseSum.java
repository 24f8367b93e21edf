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

  static List<CauseSum> of(List<Share> shares) {
    Map<Cause, Map<String, List<Share>>> groups = new EnumMap<>(Cause.class);
    shares.forEach(
        share ->
            groups
                .computeIfAbsent(share.cause(), cause -> new TreeMap<>())
                .computeIfAbsent(share.currency(), currency -> new ArrayList<>())
                .add(share));
    List<CauseSum> sums = new ArrayList<>();
    groups.forEach(
        (cause, byCurrency) ->
            byCurrency.forEach((currency, some) -> sums.add(sum(cause, currency, some))));
    return sums;
  }

  private static CauseSum sum(Cause cause, String currency, List<Share> shares) {
    Money total = Money.of("0", currency);
    int count = 0;
    Map<AgeBand, Money> byAge = new LinkedHashMap<>();
    for (Share share : shares) {
      byAge.merge(share.age(), share.value(), Money::plus);
      total = total.plus(share.value());
      count += share.count();
    }
    return new CauseSum(cause, currency, count, byAge, total);
  }
}
