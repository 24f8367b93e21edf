package io.dunwell.receivables.web;

import io.dunwell.DunwellTest;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.BigLedger;
import io.dunwell.shared.export.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goal: ageing of 1,000,000 open items of 100,000 customers, out to 100,000 rows of CSV, takes at
 * most 1.5 times as long as the best SQL we can write on plain documents and allocations.
 */
@Tag("bench")
@DunwellTest
class AgeingBench {

  private static final int RUNS = 5;

  @Autowired BigLedger ledger;
  @Autowired Ageing ageing;
  @Autowired JdbcTemplate jdbc;

  @Test
  void ages() {
    ledger.invoices(ledger.customers());
    ledger.receipts();
    plainTables();
    jdbc.execute("vacuum analyze");
    for (LocalDate day : List.of(BigLedger.LAST_DAY, BigLedger.LAST_DAY.minusDays(90))) {
      compare(day);
    }
    if (Boolean.getBoolean("dunwell.bench.explain")) {
      explain();
    }
  }

  private void compare(LocalDate day) {
    double ours = Double.MAX_VALUE;
    double plain = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      plain = Math.min(plain, seconds(() -> plain(PLAIN_JOIN, day)));
      plain = Math.min(plain, seconds(() -> plain(PLAIN_UNION, day)));
      ours = Math.min(ours, seconds(() -> ours(day)));
    }
    System.out.printf(
        "BENCH ageing of %,d items as of %s: %,d bytes of CSV in %.2f s; plain SQL: %,d bytes in"
            + " %.2f s; ratio %.2f (goal 1.5)%n",
        BigLedger.INVOICES, day, ours(day), ours, plain(PLAIN_JOIN, day), plain, ours / plain);
  }

  private long ours(LocalDate day) {
    AgeingQuery query = AgeingQuery.of(day, AgeingBy.CUSTOMER);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 24);
    try {
      AgeingTable table = new AgeingTable(out, TableFormat.CSV, query, null);
      ageing.each(
          query,
          row -> {
            try {
              table.row(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      table.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  private long plain(String sql, LocalDate day) {
    String copy =
        "copy (" + sql.replace(":day", "date '" + day + "'") + ") to stdout (format csv, header)";
    OutputStream out = new ByteArrayOutputStream(1 << 24);
    jdbc.execute(
        (Connection connection) -> {
          try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return ((ByteArrayOutputStream) out).size();
  }

  private void explain() {
    String ours =
        new io.dunwell.receivables.AgeingPlan(
                AgeingQuery.of(BigLedger.LAST_DAY.minusDays(90), AgeingBy.CUSTOMER))
            .text();
    jdbc.queryForList("explain (analyze, buffers) " + ours, String.class)
        .forEach(System.out::println);
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private void plainTables() {
    jdbc.execute("create schema plain");
    jdbc.execute(
        """
        create table plain.customer as select id, number, name from party.customer;
        create table plain.document as
          select d.id, d.number, d.customer, d.currency, d.issued_on, i.due_on, d.total as amount
          from receivables.document d join receivables.open_item i on i.document = d.id;
        create table plain.receipt as
          select id, customer, currency, received_on, amount from receipts.receipt;
        create table plain.allocation as
          select a.id, a.receipt, i.document, a.amount, a.effective_on
          from receipts.allocation a join receivables.open_item i on i.id = a.item;
        alter table plain.customer add primary key (id);
        alter table plain.document add primary key (id);
        alter table plain.receipt add primary key (id);
        alter table plain.allocation add primary key (id);
        create index on plain.document (customer);
        create index on plain.receipt (customer);
        create index on plain.allocation (document, effective_on) include (amount);
        create index on plain.allocation (receipt, effective_on) include (amount);
        """);
  }

  private static final String SUMS =
      """
      sum(open) filter (where due_on >= :day) as not_due,
      sum(open) filter (where :day - due_on between 1 and 30) as b1,
      sum(open) filter (where :day - due_on between 31 and 60) as b2,
      sum(open) filter (where :day - due_on between 61 and 90) as b3,
      sum(open) filter (where :day - due_on between 91 and 120) as b4,
      sum(open) filter (where :day - due_on > 120) as b5,
      """;

  private static final String PLAIN_JOIN =
      """
      select c.number, c.name, a.currency, a.not_due, a.b1, a.b2, a.b3, a.b4, a.b5,
             u.unapplied, coalesce(a.owed, 0) - coalesce(u.unapplied, 0) as total
      from (
        select customer, currency,
      """
          + SUMS
          + """
             sum(open) as owed
        from (
          select d.customer, d.currency, d.due_on, d.amount - coalesce(p.paid, 0) as open
          from plain.document d
          left join (
            select document, sum(amount) as paid from plain.allocation
            where effective_on <= :day group by document) p on p.document = d.id
          where d.issued_on <= :day) i
        where open <> 0
        group by customer, currency) a
      full join (
        select customer, currency, sum(amount - coalesce(used, 0)) as unapplied
        from plain.receipt r
        left join (
          select receipt, sum(amount) as used from plain.allocation
          where effective_on <= :day group by receipt) x on x.receipt = r.id
        where r.received_on <= :day
        group by customer, currency) u using (customer, currency)
      join plain.customer c on c.id = customer
      order by c.number
      """;

  /** Allocations as rows of their document's due day, added up in one pass. */
  private static final String PLAIN_UNION =
      """
      select c.number, c.name, a.currency, a.not_due, a.b1, a.b2, a.b3, a.b4, a.b5,
             a.unapplied, a.total
      from (
        select customer, currency,
      """
          + SUMS
          + """
             sum(open) filter (where due_on is null) as unapplied, sum(open) as total
        from (
          select customer, currency, due_on, amount as open
          from plain.document where issued_on <= :day
          union all
          select d.customer, d.currency, d.due_on, -a.amount
          from plain.allocation a join plain.document d on d.id = a.document
          where a.effective_on <= :day
          union all
          select customer, currency, null, -amount from plain.receipt where received_on <= :day
          union all
          select r.customer, r.currency, null, a.amount
          from plain.allocation a join plain.receipt r on r.id = a.receipt
          where a.effective_on <= :day) m
        group by customer, currency) a
      join plain.customer c on c.id = a.customer
      order by c.number
      """;
}
