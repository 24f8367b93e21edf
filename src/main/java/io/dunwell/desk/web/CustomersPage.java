package io.dunwell.desk.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.shared.DeskPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The customers with what they owe. */
@DeskPage
class CustomersPage {

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "c.number",
          "name", "lower(c.name)",
          "country", "c.country",
          "collector", "c.collector",
          "open", "deco.open",
          "overdue", "deco.overdue",
          "oldest", "deco.oldest_on");

  private static final Columns<CustomerRow> COLUMNS =
      Columns.<CustomerRow>of("customers")
          .text("number", "customers.number", CustomerRow::number)
          .text("name", "customers.name", CustomerRow::name)
          .text("country", "customers.country", CustomerRow::country)
          .text("collector", "customers.collector", CustomerRow::collector)
          .text("currency", "customers.currency", r -> r.open().currency())
          .amount("open", "customers.open", CustomerRow::open)
          .amount("overdue", "customers.overdue", CustomerRow::overdue)
          .date("oldest", "customers.oldest", CustomerRow::oldestOn);

  /**
   * What the list is narrowed to.
   *
   * @param q part of a number or name, or a whole invoice number
   * @param collector login name, or {@code -} for nobody's
   * @param currency shown in place of each customer's own
   * @param late only those who are late
   */
  record Filter(
      @Nullable String q,
      @Nullable String collector,
      @Nullable String currency,
      @Nullable Boolean late) {}

  private final Lists lists;
  private final JdbcClient jdbc;
  private final Clock clock;

  CustomersPage(Lists lists, JdbcClient jdbc, Clock clock) {
    this.lists = lists;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @GetMapping("/customers")
  ModelAndView customers(@RequestParam Map<String, String> params, Filter filter) {
    Optional<UUID> owner = ownerOfInvoice(filter.q());
    if (owner.isPresent()) {
      return new ModelAndView("redirect:/customers/" + owner.get());
    }
    ListPage page = lists.page("desk/customers", params);
    page.list("customers", lists.of(COLUMNS, query(filter), CustomerRow::read));
    return page.with("filter", filter)
        .with("collectors", choices("collector"))
        .with("currencies", choices("currency"))
        .answer();
  }

  private Query query(Filter filter) {
    Query query =
        Query.select(
                "c.id, c.number, c.name, c.country, c.collector, coalesce(:shown, c.currency) currency,"
                    + " deco.open, deco.overdue, deco.oldest_on, deco.others",
                "party.v_customer c left join lateral (select sum(i.open) filter (where own) open,"
                    + " sum(i.open) filter (where own and i.due_on < :today and i.open > 0) overdue,"
                    + " min(i.due_on) filter (where own and i.open > 0) oldest_on,"
                    + " string_agg(distinct i.currency, ', ') filter (where not own) others"
                    + " from (select o.*, o.currency = coalesce(:shown, c.currency) own"
                    + " from receivables.v_open_item o where o.customer = c.id and o.open <> 0) i"
                    + ") deco on true")
            .with("today", LocalDate.now(clock))
            .with("shown", blankToNull(filter.currency()))
            .find(filter.q() == null ? "" : filter.q(), "c.number", "c.name")
            .sortedBy(SORTS, "number", "c.number");
    if ("-".equals(filter.collector())) {
      query.where("c.collector is null");
    } else {
      query.where("c.collector = :collector", "collector", filter.collector());
    }
    if (Boolean.TRUE.equals(filter.late())) {
      query.where(
          "exists (select from receivables.v_open_item l where l.customer = c.id and l.open > 0"
              + " and l.due_on < :today"
              + " and l.currency = coalesce(:shown, l.currency))");
    }
    return query;
  }

  /** Whoever types a whole document number wants its account, not a list. */
  private Optional<UUID> ownerOfInvoice(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return Optional.empty();
    }
    return jdbc.sql("select customer from receivables.v_open_item where number = :q limit 1")
        .param("q", q.strip())
        .query(UUID.class)
        .optional();
  }

  private List<String> choices(String column) {
    return jdbc.sql(
            "select distinct "
                + column
                + " from party.v_customer where "
                + column
                + " is not null order by 1 limit 200")
        .query(String.class)
        .list();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
