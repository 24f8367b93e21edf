package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The billing runs there were. */
@Component
class BillingRunBook {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  BillingRunBook(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void write(UUID run, RunReport report, Actor by) {
    jdbc.sql(
            """
            insert into billing.run (id, up_to, drafts, left_out, recorded_by)
            values (?, ?, ?, ?, ?)""")
        .params(run, report.upTo(), report.drafts().size(), report.leftOut().size(), by.name())
        .update();
    List<RunReport.LeftOut> left = report.leftOut();
    batch.batchUpdate(
        """
        insert into billing.run_left_out
          (run, position, contract_number, customer_name, delivery_number, item, delivered_on,
           quantity, value, currency, cause, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        java.util.stream.IntStream.range(0, left.size())
            .mapToObj(i -> row(run, i, left.get(i)))
            .toList());
  }

  private static @Nullable Object[] row(UUID run, int position, RunReport.LeftOut left) {
    UnbilledItem item = left.item();
    Money value = item.value();
    return new @Nullable Object[] {
      run,
      position,
      item.contractNumber(),
      item.customerName(),
      item.deliveryNumber(),
      item.item(),
      item.deliveredOn(),
      item.quantity(),
      value == null ? null : value.amount(),
      item.currency(),
      left.cause().name(),
      left.why()
    };
  }

  /** The run's invoices that nobody submitted yet, one customer after the other. */
  List<InvoiceId> drafts(UUID run) {
    return jdbc.sql(
            "select id from billing.invoice where run = ? and status = 'DRAFT'"
                + " order by customer, id")
        .param(run)
        .query((row, n) -> new InvoiceId(row.getObject(1, UUID.class)))
        .list();
  }

  Page<RunView> page(int page, int size) {
    long total = jdbc.sql("select count(*) from billing.run").query(Long.class).single();
    List<RunView> runs =
        jdbc.sql(
                """
                select id, up_to, drafts, left_out, recorded_by, recorded_at from billing.run
                order by recorded_at desc limit ? offset ?""")
            .params(size, page * (long) size)
            .query(BillingRunBook::run)
            .list();
    return new Page<>(runs, page, size, total);
  }

  List<RunView.Left> leftOut(UUID run) {
    return jdbc.sql(
            """
            select contract_number, customer_name, delivery_number, item, delivered_on, quantity,
                   value, currency, cause, why
            from billing.run_left_out where run = ? order by position""")
        .param(run)
        .query(BillingRunBook::left)
        .list();
  }

  private static RunView run(ResultSet row, int index) throws SQLException {
    return new RunView(
        row.getObject("id", UUID.class),
        row.getObject("up_to", LocalDate.class),
        row.getInt("drafts"),
        row.getInt("left_out"),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant());
  }

  private static RunView.Left left(ResultSet row, int index) throws SQLException {
    java.math.BigDecimal value = row.getBigDecimal("value");
    java.util.Currency currency = java.util.Currency.getInstance(row.getString("currency"));
    return new RunView.Left(
        row.getString("contract_number"),
        row.getString("customer_name"),
        row.getString("delivery_number"),
        row.getString("item"),
        row.getObject("delivered_on", LocalDate.class),
        row.getBigDecimal("quantity"),
        value == null ? null : Money.rounded(value, currency),
        Cause.valueOf(row.getString("cause")),
        row.getString("why"));
  }
}
