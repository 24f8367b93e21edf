package io.dunwell.unbilled.web;

import io.dunwell.billing.UnbilledMonth;
import io.dunwell.pages.Columns;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was unbilled at the end of a month, in one currency.
 *
 * @param change against the month before; null of the first month
 */
record MonthSum(LocalDate on, String currency, int count, Money value, @Nullable Money change) {

  static final Columns<MonthSum> COLUMNS =
      Columns.<MonthSum>of("unbilled-by-month")
          .date("on", "unbilled.month", MonthSum::on)
          .text("currency", "billing.currency", MonthSum::currency)
          .number("count", "billing.count", MonthSum::count)
          .amount("value", "billing.value", MonthSum::value)
          .amount("change", "unbilled.change", MonthSum::change);

  /** In the order in which they come; a month without anything of a currency counts as zero. */
  static List<MonthSum> of(List<UnbilledMonth> months) {
    Map<String, UnbilledMonth> before = new HashMap<>();
    List<MonthSum> sums = new ArrayList<>();
    for (UnbilledMonth month : months) {
      Money value = month.value();
      String currency = value.currency().getCurrencyCode();
      UnbilledMonth former = before.put(currency, month);
      sums.add(
          new MonthSum(
              month.on(),
              currency,
              month.count(),
              value,
              former == null ? null : value.minus(former.value())));
    }
    return sums;
  }
}
