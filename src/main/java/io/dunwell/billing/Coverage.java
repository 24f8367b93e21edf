package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which billable items an invoice's lines bill. An item is billed by one living line at most. */
@Component
class Coverage {

  private static final String COVER =
      """
      with covered as (
        insert into billing.billed_item (line, billable_item)
        select cast(:line as uuid), b.id from billing.billable_item b
        where b.root = any(cast(:roots as uuid[])) and b.delivered_on <= :upTo
          and not exists (select 1 from billing.billed_item x
                           where x.billable_item = b.id and x.living)
        returning billable_item)
      select coalesce(sum(b.quantity), 0)
      from covered c join billing.billable_item b on b.id = c.billable_item""";

  private static final String COVER_ALL =
      """
      with covered as (
        insert into billing.billed_item (line, billable_item)
        select w.line, b.id
        from unnest(cast(? as uuid[]), cast(? as uuid[])) w (line, root)
        join billing.billable_item b on b.root = w.root
        where b.delivered_on <= ?
          and not exists (select 1 from billing.billed_item x
                           where x.billable_item = b.id and x.living)
        order by b.id -- so that two runs at once never wait for each other
        returning line, billable_item)
      select c.line, sum(b.quantity)
      from covered c join billing.billable_item b on b.id = c.billable_item group by c.line""";

  private final JdbcClient jdbc;
  private final Parts parts;

  Coverage(JdbcClient jdbc, Parts parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  /**
   * Takes all that is unbilled of these deliveries for a line.
   *
   * @param quantity how much that has to be, negative for what came back
   * @throws RuleViolation {@code billing-run.overtaken} if somebody else took it, or it changed
   */
  void cover(UUID line, List<UUID> roots, LocalDate upTo, BigDecimal quantity) {
    if (take(line, roots, upTo).compareTo(quantity) != 0) {
      throw overtaken();
    }
  }

  /**
   * {@link #cover} for many lines, all or none.
   *
   * @throws RuleViolation {@code billing-run.overtaken}
   */
  void coverAll(List<DraftPlan.Line> lines, LocalDate upTo) {
    List<String> ids = new ArrayList<>();
    List<String> roots = new ArrayList<>();
    for (DraftPlan.Line line : lines) {
      for (UUID root : line.roots()) {
        ids.add(BilledLines.idOf(line.line()).toString());
        roots.add(root.toString());
      }
    }
    Map<UUID, BigDecimal> covered = takeAll(ids, roots, upTo);
    for (DraftPlan.Line line : lines) {
      BigDecimal taken = covered.getOrDefault(BilledLines.idOf(line.line()), BigDecimal.ZERO);
      if (taken.compareTo(line.quantity()) != 0) {
        throw overtaken();
      }
    }
  }

  private Map<UUID, BigDecimal> takeAll(List<String> lines, List<String> roots, LocalDate upTo) {
    Map<UUID, BigDecimal> covered = new HashMap<>();
    try {
      jdbc.sql(COVER_ALL)
          .params(lines.toArray(String[]::new), roots.toArray(String[]::new), upTo)
          .query(
              row -> {
                covered.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
              });
      return covered;
    } catch (DuplicateKeyException e) {
      throw overtaken();
    }
  }

  /**
   * The same for a part of it: what is left stays unbilled.
   *
   * @throws RuleViolation {@code billing-run.overtaken}
   */
  void coverPart(UUID line, List<UUID> roots, LocalDate upTo, BigDecimal quantity) {
    BigDecimal all = take(line, roots, upTo);
    if (all.signum() != quantity.signum() || all.abs().compareTo(quantity.abs()) < 0) {
      throw overtaken();
    }
    parts.release(line, all.subtract(quantity));
  }

  /**
   * Has a draft's line bill another quantity of the deliveries that it bills; the rest is unbilled
   * again, of the latest first.
   *
   * @throws RuleViolation {@code invoice.more-than-delivered}
   */
  void change(UUID line, BigDecimal quantity) {
    List<UUID> roots = parts.roots(line);
    releaseLines(Set.of(line));
    BigDecimal all = take(line, roots, LocalDate.MAX.withYear(9999));
    if (quantity.compareTo(all) > 0) {
      throw new RuleViolation(
          "invoice.more-than-delivered",
          "At most %s of it can be billed: the rest was not delivered, came back or is billed."
              .formatted(all.stripTrailingZeros().toPlainString()));
    }
    parts.release(line, all.subtract(quantity));
  }

  /** How much the line bills of deliveries; empty if it bills none. */
  Optional<BigDecimal> quantity(UUID line) {
    return jdbc.sql(
            """
            select sum(b.quantity) from billing.billed_item x
            join billing.billable_item b on b.id = x.billable_item
            where x.line = ? and x.living having count(*) > 0""")
        .param(line)
        .query(BigDecimal.class)
        .optional();
  }

  /** What one line of a draft bills, the other bills from now on. */
  void move(UUID from, UUID to) {
    jdbc.sql("update billing.billed_item set line = ? where line = ?").params(to, from).update();
    jdbc.sql("update billing.billed_commitment set line = ? where line = ?")
        .params(to, from)
        .update();
  }

  /** Notes that these lines of credit notes credit what came back, as far as it is not credited. */
  void creditReturns(UUID line, UUID original, BigDecimal quantity) {
    parts.takeReturns(line, original, quantity);
  }

  private BigDecimal take(UUID line, List<UUID> roots, LocalDate upTo) {
    try {
      return jdbc.sql(COVER)
          .param("line", line)
          .param("roots", roots.stream().map(UUID::toString).toArray(String[]::new))
          .param("upTo", upTo)
          .query(BigDecimal.class)
          .single();
    } catch (DuplicateKeyException e) {
      throw overtaken();
    }
  }

  /** What the invoice billed is unbilled again. */
  void release(InvoiceId invoice) {
    jdbc.sql(
            """
            update billing.billed_item b set living = false
            from billing.invoice_line l where l.id = b.line and l.invoice = ? and b.living""")
        .param(invoice.value())
        .update();
    jdbc.sql(
            """
            update billing.billed_commitment c set living = false
            from billing.invoice_line l where l.id = c.line and l.invoice = ? and c.living""")
        .param(invoice.value())
        .update();
  }

  /** What only lines billed that are gone from a draft is unbilled again. */
  void releaseLines(Set<UUID> lines) {
    if (!lines.isEmpty()) {
      String[] ids = lines.stream().map(UUID::toString).toArray(String[]::new);
      jdbc.sql("delete from billing.billed_item where line = any(cast(? as uuid[]))")
          .param((Object) ids)
          .update();
      jdbc.sql("delete from billing.billed_commitment where line = any(cast(? as uuid[]))")
          .param((Object) ids)
          .update();
    }
  }

  /**
   * Refuses to take a credit note back that made deliveries billable again.
   *
   * @throws RuleViolation {@code credit-note.billed-again}
   */
  void refuseIfFreed(InvoiceId note) {
    if (jdbc.sql("select exists (select 1 from billing.billed_again where note = ?)")
        .param(note.value())
        .query(Boolean.class)
        .single()) {
      throw new RuleViolation(
          "credit-note.billed-again",
          "What this credit note credits is to be billed again, so it stands. The next run bills it.");
    }
  }

  /** The deliveries that the invoice bills. */
  Set<UUID> deliveries(InvoiceId invoice) {
    return jdbc
        .sql(
            """
            select distinct i.delivery from billing.billed_item b
            join billing.invoice_line l on l.id = b.line
            join billing.billable_item i on i.id = b.billable_item
            where l.invoice = ?""")
        .param(invoice.value())
        .query(UUID.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private static RuleViolation overtaken() {
    return new RuleViolation(
        "billing-run.overtaken", "Somebody else has just billed this, or it came back.");
  }
}
