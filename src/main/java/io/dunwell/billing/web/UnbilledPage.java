package io.dunwell.billing.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.Unbilled;
import io.dunwell.billing.UnbilledFilter;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.billing.UnbilledMonth;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The unbilled register: what was delivered and is not billed, by cause and age. */
@DeskPage
class UnbilledPage {

  private static final int[] AGES = {7, 30, 60};
  private static final int MONTHS = 6;

  private static final Columns<UnbilledItem> COLUMNS =
      Columns.<UnbilledItem>of("unbilled")
          .text("delivery", "billing.delivery", UnbilledItem::deliveryNumber)
          .date("delivered", "billing.delivered", UnbilledItem::deliveredOn)
          .number("age", "billing.age", UnbilledItem::ageDays)
          .text("customer", "billing.customer", UnbilledItem::customerName)
          .text("contract", "billing.contract", UnbilledItem::contractNumber)
          .text("item", "billing.item", UnbilledItem::item)
          .number("quantity", "billing.quantity", UnbilledItem::quantity)
          .amount("value", "billing.value", UnbilledItem::value)
          .text("owner", "billing.owner", UnbilledItem::owner)
          .word("cause", "billing.cause", "billing.cause.", UnbilledItem::cause)
          .text("why", "billing.why", UnbilledItem::why);

  private final Unbilled unbilled;
  private final Lists lists;
  private final Clock clock;

  UnbilledPage(Unbilled unbilled, Lists lists, Clock clock) {
    this.unbilled = unbilled;
    this.lists = lists;
    this.clock = clock;
  }

  /** What one cause holds back in one currency, by age. */
  record CauseRow(Cause cause, String currency, List<Money> byAge, int count, Money total) {}

  @GetMapping("/unbilled")
  ModelAndView page(
      @RequestParam Map<String, String> params,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) @Nullable Integer minAge) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    List<UnbilledItem> all = unbilled.asOf(day);
    UnbilledFilter filter = new UnbilledFilter(day, cause, null, minAge, null);
    ListPage page = lists.page("billing/unbilled", params);
    page.list(
        "items",
        lists.of(
            COLUMNS,
            all.stream()
                .filter(item -> cause == null || item.cause() == cause)
                .filter(item -> minAge == null || item.ageDays() >= minAge)
                .toList()));
    List<UnbilledMonth> trend = unbilled.trend(day, MONTHS);
    return page.with("asOf", day)
        .with("filter", filter)
        .with("causes", Cause.values())
        .with("report", report(all))
        .with("trend", trend)
        .answer();
  }

  private static List<CauseRow> report(List<UnbilledItem> items) {
    Map<Cause, Map<String, List<UnbilledItem>>> byCause = new EnumMap<>(Cause.class);
    items.forEach(
        item ->
            byCause
                .computeIfAbsent(item.cause(), each -> new java.util.TreeMap<>())
                .computeIfAbsent(item.currency(), each -> new ArrayList<>())
                .add(item));
    List<CauseRow> rows = new ArrayList<>();
    byCause.forEach(
        (cause, byCurrency) ->
            byCurrency.forEach((currency, some) -> rows.add(row(cause, currency, some))));
    return rows;
  }

  private static CauseRow row(Cause cause, String currency, List<UnbilledItem> items) {
    Money zero = Money.of("0", currency);
    Money[] byAge = new Money[AGES.length + 1];
    java.util.Arrays.fill(byAge, zero);
    for (UnbilledItem item : items) {
      int bucket = 0;
      while (bucket < AGES.length && item.ageDays() > AGES[bucket]) {
        bucket++;
      }
      Money value = item.value();
      byAge[bucket] = value == null ? byAge[bucket] : byAge[bucket].plus(value);
    }
    Money total = zero;
    for (Money each : byAge) {
      total = total.plus(each);
    }
    return new CauseRow(cause, currency, List.of(byAge), items.size(), total);
  }
}
