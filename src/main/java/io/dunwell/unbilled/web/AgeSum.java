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

  static List<AgeSum> of(List<UnbilledRow> rows) {
    Map<AgeBand, Map<String, List<UnbilledRow>>> groups = new EnumMap<>(AgeBand.class);
    rows.forEach(
        row ->
            groups
                .computeIfAbsent(AgeBand.of(row.item().ageDays()), band -> new TreeMap<>())
                .computeIfAbsent(row.item().currency(), currency -> new ArrayList<>())
                .add(row));
    List<AgeSum> sums = new ArrayList<>();
    groups.forEach(
        (age, byCurrency) ->
            byCurrency.forEach((currency, some) -> sums.add(sum(age, currency, some))));
    return sums;
  }

  private static AgeSum sum(AgeBand age, String currency, List<UnbilledRow> rows) {
    Money total = Money.of("0", currency);
    int asked = 0;
    int explained = 0;
    for (UnbilledRow row : rows) {
      Money value = row.item().value();
      total = value == null ? total : total.plus(value);
      UnbilledRow.Standing standing = row.standing();
      explained += standing == UnbilledRow.Standing.EXPLAINED ? 1 : 0;
      asked += standing == null || standing == UnbilledRow.Standing.EXPLAINED ? 0 : 1;
    }
    return new AgeSum(age, currency, rows.size(), asked, explained, total);
  }
}
