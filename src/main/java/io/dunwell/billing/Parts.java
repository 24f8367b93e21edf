package io.dunwell.billing;

import io.dunwell.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parts of what was delivered. An item that is billed in part becomes two: their sum, and so what
 * any day's register says, stays the same.
 */
@Component
class Parts {

  private static final String SPLIT =
      """
      with kept as (
        update billing.billable_item set quantity = quantity - :rest where id = :item returning *),
      rest as (
        insert into billing.billable_item
          (id, delivery_line, part, root, returns_of, kind, delivery, contract, customer, item,
           delivered_on, quantity)
        select cast(:part as uuid), k.delivery_line,
               (select max(b.part) + 1 from billing.billable_item b
                 where b.delivery_line = k.delivery_line),
               k.root, k.returns_of, k.kind, k.delivery, k.contract, k.customer, k.item,
               k.delivered_on, :rest
        from kept k)
      insert into billing.billed_item (line, billable_item, living, released_on)
      select x.line, cast(:part as uuid), false, x.released_on from billing.billed_item x
      where x.billable_item = :item and not x.living""";

  /** What is not billed of what began with the deliveries of a line. */
  private static final String OPEN =
      """
      select b.root, sum(b.quantity) from billing.billable_item b
      where b.root in (select y.root from billing.billed_item x
                         join billing.billable_item y on y.id = x.billable_item
                        where x.line = ? and x.living)
        and not exists (select 1 from billing.billed_item x
                         where x.billable_item = b.id and x.living)
      group by b.root having sum(b.quantity) < 0""";

  private static final String TAKE =
      """
      insert into billing.billed_item (line, billable_item)
      select cast(? as uuid), b.id from billing.billable_item b
      where b.root = ? and not exists (select 1 from billing.billed_item x
                                        where x.billable_item = b.id and x.living)""";

  /** Credit notes at the price billed that gave back more of a delivery than had come back. */
  private static final String AHEAD =
      """
      select n.id, n.original_line,
             n.quantity + coalesce((
               select sum(y.quantity) from billing.billed_item x
               join billing.billable_item y on y.id = x.billable_item
               where x.line = n.id and x.living), 0) as ahead
      from billing.invoice_line n
      join billing.invoice v on v.id = n.invoice and v.kind = 'CREDIT_NOTE'
       and v.status not in ('CANCELLED', 'WITHDRAWN')
      join billing.invoice_line o on o.id = n.original_line
       and o.unit_price = n.unit_price and o.discount_percent = n.discount_percent
      where o.id in (select x.line from billing.billed_item x
                       join billing.billable_item b on b.id = x.billable_item
                       join billing.billable_item r on r.root = b.root
                      where r.delivery_line = ? and x.living)
      order by v.issued_on nulls last, n.id""";

  private final JdbcClient jdbc;

  Parts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Part(UUID item, BigDecimal quantity) {}

  private record Ahead(UUID line, UUID original, BigDecimal quantity) {}

  private record Due(UUID root, BigDecimal quantity) {}

  /** The delivery lines with which that begins what a line bills. */
  List<UUID> roots(UUID line) {
    return jdbc.sql(
            """
            select distinct b.root from billing.billed_item x
            join billing.billable_item b on b.id = x.billable_item
            where x.line = ? and x.living""")
        .param(line)
        .query(UUID.class)
        .list();
  }

  /** Takes a quantity from a draft's line, the latest first; below zero from what came back. */
  void release(UUID line, BigDecimal quantity) {
    BigDecimal left = quantity;
    for (Part part : latestFirst(line, quantity.signum())) {
      if (left.signum() == 0) {
        return;
      }
      if (part.quantity().abs().compareTo(left.abs()) <= 0) {
        jdbc.sql("delete from billing.billed_item where line = ? and billable_item = ?")
            .params(line, part.item())
            .update();
        left = left.subtract(part.quantity());
      } else {
        split(part.item(), left);
        left = BigDecimal.ZERO;
      }
    }
  }

  /**
   * Makes a quantity of what an issued line bills billable again, the latest first. Until the day
   * before it counts as billed.
   *
   * @return what was not to be had of it
   */
  BigDecimal free(UUID line, BigDecimal quantity, LocalDate on) {
    BigDecimal left = quantity;
    for (Part part : latestFirst(line, 1)) {
      if (left.signum() > 0 && part.quantity().compareTo(left) <= 0) {
        jdbc.sql(
                """
                update billing.billed_item set living = false, released_on = ?
                where line = ? and billable_item = ?""")
            .params(on, line, part.item())
            .update();
        left = left.subtract(part.quantity());
      } else if (left.signum() > 0) {
        jdbc.sql(
                """
                insert into billing.billed_item (line, billable_item, living, released_on)
                values (?, ?, false, ?)""")
            .params(line, split(part.item(), left), on)
            .update();
        left = BigDecimal.ZERO;
      }
    }
    return left;
  }

  /**
   * Has a line of a credit note stand for what came back of the line that it corrects and is not
   * credited yet, up to a quantity.
   */
  void takeReturns(UUID line, UUID original, BigDecimal quantity) {
    BigDecimal left = quantity;
    List<Due> dues =
        jdbc.sql(OPEN)
            .param(original)
            .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getBigDecimal(2)))
            .list();
    for (Due due : dues) {
      if (left.signum() > 0) {
        jdbc.sql(TAKE).params(line, due.root()).update();
        left = left.add(due.quantity());
      }
    }
    if (left.signum() < 0) {
      release(line, left);
    }
  }

  /** Has what came back on that delivery line settled by credit notes that were there before it. */
  void settle(UUID returned) {
    List<Ahead> ahead =
        jdbc.sql(AHEAD)
            .param(returned)
            .query(
                (row, n) ->
                    new Ahead(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBigDecimal(3)))
            .list();
    for (Ahead note : ahead) {
      if (note.quantity().signum() > 0) {
        takeReturns(note.line(), note.original(), note.quantity());
      }
    }
  }

  private List<Part> latestFirst(UUID line, int sign) {
    return jdbc.sql(
            """
            select b.id, b.quantity from billing.billed_item x
            join billing.billable_item b on b.id = x.billable_item
            where x.line = ? and x.living and sign(b.quantity) = ?
            order by b.delivered_on desc, b.id desc""")
        .params(line, sign)
        .query((row, n) -> new Part(row.getObject(1, UUID.class), row.getBigDecimal(2)))
        .list();
  }

  private UUID split(UUID item, BigDecimal rest) {
    UUID part = Ids.next();
    jdbc.sql(SPLIT).param("item", item).param("part", part).param("rest", rest).update();
    return part;
  }
}
