package io.dunwell.unbilled.web;

import io.dunwell.pages.Columns;
import io.dunwell.shared.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is of one age in one currency.
 *
 * @param asked of how many the owner or the manager is being asked
 * @param explained how many are explained until a later day
 */
record AgeSum(AgeBand age, String currency, int count, int asked, int explained, Money value) {

  static final Columns<AgeSum> COLUMNS =
      Columns.<AgeSum>of("unbilled-by-age")
          .word("age", "unbilled.age", "unbilled.age.", AgeSum::age)
          .text("currency", "billing.currency", AgeSum::currency)
          .number("count", "billing.count", AgeSum::count)
          .number("asked", "unbilled.asked", AgeSum::asked)
          .number("explained", "unbilled.explained", AgeSum::explained)
          .amount("value", "billing.value", AgeSum::value);

  static List<AgeSum> of(List<Share> shares) {
    Map<AgeBand, Map<String, List<Share>>> groups = new EnumMap<>(AgeBand.class);
    shares.forEach(
        share ->
            groups
                .computeIfAbsent(share.age(), band -> new TreeMap<>())
                .computeIfAbsent(share.currency(), currency -> new ArrayList<>())
                .add(share));
    List<AgeSum> sums = new ArrayList<>();
    groups.forEach(
        (age, byCurrency) ->
            byCurrency.forEach((currency, some) -> sums.add(sum(age, currency, some))));
    return sums;
  }

  private static AgeSum sum(AgeBand age, String currency, List<Share> shares) {
    Money total = Money.of("0", currency);
    int count = 0;
    int asked = 0;
    int explained = 0;
    for (Share share : shares) {
      total = total.plus(share.value());
      count += share.count();
      explained += share.explained() ? share.count() : 0;
      asked += share.standing() == null || share.explained() ? 0 : share.count();
    }
    return new AgeSum(age, currency, count, asked, explained, total);
  }
}
