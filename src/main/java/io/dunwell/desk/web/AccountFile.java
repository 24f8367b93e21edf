package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands at the head of an account file. */
@Component
class AccountFile {

  private static final String CURRENCIES =
      """
      select currency from receivables.v_open_item where customer = :customer
      union select currency from receipts.v_receipt where customer = :customer
      order by 1
      """;

  private static final String STRIP =
      """
      select :currency as currency,
        sum(open) filter (where open > 0 and late <= 0) as not_due,
        sum(open) filter (where open > 0 and late between 1 and 30) as b1,
        sum(open) filter (where open > 0 and late between 31 and 60) as b2,
        sum(open) filter (where open > 0 and late between 61 and 90) as b3,
        sum(open) filter (where open > 0 and late between 91 and 120) as b4,
        sum(open) filter (where open > 0 and late > 120) as b5,
        coalesce(sum(open) filter (where open < 0), 0) - coalesce((select sum(unapplied)
          from receipts.v_receipt
          where customer = :customer and currency = :currency and unapplied <> 0
            and received_on <= :today), 0) as unapplied
      from (select open, :today - due_on as late from receivables.v_open_item
        where customer = :customer and currency = :currency and open <> 0) i
      """;

  private static final String CASE =
      """
      select c.id, c.opened_on, c.stage, c.stage_on, n.step
      from dunning.v_case c
      left join lateral (select step from dunning.v_notice n
        where n.case_id = c.id and n.status <> 'WITHDRAWN' order by n.acted_on desc limit 1) n
        on true
      where c.customer = :customer and c.currency = :currency and c.closed_on is null
      """;

  private static final List<String> SPANS = List.of("1–30", "31–60", "61–90", "91–120", "> 120");

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountFile(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The currencies that the customer has or had business in, their own first. */
  List<String> currencies(CustomerView customer) {
    Set<String> all = new LinkedHashSet<>();
    all.add(customer.currency().getCurrencyCode());
    all.addAll(
        jdbc.sql(CURRENCIES).param("customer", customer.id().value()).query(String.class).list());
    return List.copyOf(all);
  }

  /** The asked currency if there is business in it, else the first in which there is. */
  String currency(CustomerView customer, @Nullable String asked) {
    List<String> all = currencies(customer);
    return asked != null && all.contains(asked) ? asked : all.get(0);
  }

  Strip strip(CustomerId customer, String currency) {
    return jdbc.sql(STRIP)
        .param("customer", customer.value())
        .param("currency", currency)
        .param("today", LocalDate.now(clock))
        .query(AccountFile::strip)
        .single();
  }

  @Nullable CaseRow openCase(CustomerId customer, String currency) {
    return jdbc.sql(CASE)
        .param("customer", customer.value())
        .param("currency", currency)
        .query(CaseRow::read)
        .optional()
        .orElse(null);
  }

  private static Strip strip(ResultSet row, int n) throws SQLException {
    Money notDue = RowReader.money(row, "not_due");
    Money unapplied = RowReader.money(row, "unapplied");
    Money total = notDue.plus(unapplied);
    List<Strip.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < SPANS.size(); i++) {
      Money amount = RowReader.money(row, "b" + (i + 1));
      buckets.add(new Strip.Bucket(SPANS.get(i), amount));
      total = total.plus(amount);
    }
    return new Strip(notDue, buckets, unapplied, total);
  }
}
