package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The billing runs there were and are. */
@Component
class BillingRunBook {

  /** While it is going on, a run has made what is there of it. */
  private static final String RUNS =
      """
      select r.id, r.up_to, r.left_out, r.recorded_by, r.recorded_at, r.finished_at,
             case when r.finished_at is not null then r.drafts
               else (select count(*) from billing.invoice i where i.run = r.id) end as drafts
      from billing.run r""";

  private static final String LEFT_OUT =
      """
      insert into billing.run_left_out
        (run, position, contract_number, customer_name, delivery_number, item, delivered_on,
         quantity, value, currency, cause, why)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  BillingRunBook(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Notes that the run was asked for; false if one for that day is going on. */
  boolean begin(UUID run, LocalDate upTo, Actor by) {
    return jdbc.sql(
                """
                insert into billing.run (id, up_to, drafts, left_out, recorded_by)
                values (?, ?, 0, 0, ?)
                on conflict (up_to) where finished_at is null do nothing""")
            .params(run, upTo, by.name())
            .update()
        == 1;
  }

  /** Notes a run that was worked at once. */
  void write(UUID run, LocalDate upTo, Actor by) {
    jdbc.sql(
            """
            insert into billing.run (id, up_to, drafts, left_out, recorded_by, finished_at)
            values (?, ?, 0, 0, ?, clock_timestamp())""")
        .params(run, upTo, by.name())
        .update();
  }

  /** The run for that day that is going on. */
  UUID goingOn(LocalDate upTo) {
    return jdbc.sql("select id from billing.run where up_to = ? and finished_at is null")
        .param(upTo)
        .query(UUID.class)
        .single();
  }

  /** A run that is not finished, locked until the transaction ends. */
  Optional<RunView> claim(UUID run) {
    return jdbc.sql("select * from billing.run where id = ? and finished_at is null for update")
        .param(run)
        .query(BillingRunBook::run)
        .optional();
  }

  Optional<RunView> find(UUID run) {
    return jdbc.sql(RUNS + " where r.id = ?").param(run).query(BillingRunBook::run).optional();
  }

  /** What began with these delivery lines of some contracts is on a draft of the run. */
  Set<UUID> drafted(UUID run, Set<ContractId> contracts) {
    return new HashSet<>(
        jdbc.sql(
                """
                select b.root from billing.billed_item x
                join billing.invoice_line l on l.id = x.line
                join billing.invoice i on i.id = l.invoice and i.run = ?
                join billing.billable_item b on b.id = x.billable_item
                where x.living and i.contract = any(cast(? as uuid[]))""")
            .params(
                run, contracts.stream().map(each -> each.value().toString()).toArray(String[]::new))
            .query(UUID.class)
            .list());
  }

  /** How many drafts the run has made so far. */
  int made(UUID run) {
    return jdbc.sql("select count(*) from billing.invoice where run = ?")
        .param(run)
        .query(Integer.class)
        .single();
  }

  /** What the run leaves out is written as it goes. */
  Notes notes(UUID run) {
    return new Notes(run);
  }

  /** Notes of a run that is worked in the caller's transaction. */
  final class Notes implements RunNotes {

    private final UUID run;
    private int count;

    private Notes(UUID run) {
      this.run = run;
    }

    @Override
    public void made(List<RunReport.DraftSummary> drafts) {
      // they are there
    }

    @Override
    public void leftOut(List<RunReport.LeftOut> items) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (RunReport.LeftOut each : items) {
        rows.add(row(run, count++, each));
      }
      batch.batchUpdate(LEFT_OUT, rows);
    }

    /** How much was left out. */
    int count() {
      return count;
    }

    void finish() {
      jdbc.sql(
              """
              update billing.run set drafts = ?, left_out = ?, finished_at = clock_timestamp()
              where id = ?""")
          .params(BillingRunBook.this.made(run), count, run)
          .update();
    }
  }

  private static @Nullable Object[] row(UUID run, int position, RunReport.LeftOut left) {
    UnbilledItem item = left.item();
    RunReport.Committed owed = left.commitment();
    Money value = left.value();
    return new @Nullable Object[] {
      run,
      position,
      left.contractNumber(),
      left.customerName(),
      item == null ? null : item.deliveryNumber(),
      item == null ? (owed == null ? null : owed.item()) : item.item(),
      item == null ? (owed == null ? null : owed.monthEnd()) : item.deliveredOn(),
      item == null ? null : item.quantity(),
      value == null ? null : value.amount(),
      item == null ? currencyOf(value) : item.currency(),
      left.cause().name(),
      left.why()
    };
  }

  private static String currencyOf(@Nullable Money value) {
    return Objects.requireNonNull(value).currency().getCurrencyCode();
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
        jdbc.sql(RUNS + " order by r.recorded_at desc limit ? offset ?")
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
    Timestamp finished = row.getTimestamp("finished_at");
    return new RunView(
        row.getObject("id", UUID.class),
        row.getObject("up_to", LocalDate.class),
        row.getInt("drafts"),
        row.getInt("left_out"),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant(),
        finished == null ? null : finished.toInstant());
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
