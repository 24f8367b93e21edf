package io.dunwell.billing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what was delivered and not billed by a day. A delivery and its returns count together, so
 * that nothing is listed of what came back whole; what a draft bills of it stands apart from the
 * rest.
 */
@Component
class UnbilledLines {

  private static final String READ =
      """
      with open_item as (
        select b.* from billing.billable_item b
        where b.delivered_on <= :asOf
          and not exists (
            select 1 from billing.v_billed x
            where x.billable_item = b.id and x.billed_on <= :asOf
              and (x.released_on is null or x.released_on > :asOf)
              and (cast(:since as date) is null or x.billed_on >= :since))),
      taken as (
        select o.*, exists (
                 select 1 from billing.billed_item x
                 join billing.invoice_line l on l.id = x.line
                 join billing.invoice i on i.id = l.invoice
                 where x.billable_item = o.id and x.living and i.number is null
                   and i.prepared_on <= :asOf) as drafted
        from open_item o),
      parted as (
        select root from taken group by root
        having sum(quantity) filter (where drafted) > 0
           and sum(quantity) filter (where not drafted) > 0),
      kept as (
        select o.id, o.root, o.quantity, o.delivered_on,
               o.drafted and exists (select 1 from parted p where p.root = o.root) as apart,
               o.quantity > 0 and o.quantity > coalesce(
                 (select -sum(r.quantity) from open_item r
                  where r.returns_of = o.delivery_line), 0) as stays
        from taken o),
      net as (
        select root, sum(quantity) as quantity,
               (array_agg(id order by stays desc, quantity > 0 desc, delivered_on, id))[1] as shown
        from kept group by root, apart having sum(quantity) <> 0)
      select n.root, n.quantity, b.delivery, b.kind, b.contract, b.customer, b.item,
             b.delivered_on, d.delivery_number, d.description,
             c.number as customer_number, c.name as customer_name,
             exists (select 1 from contracts.v_proof p
                      where p.delivery = b.delivery and p.attached_on <= :asOf) as proven,
             (select max(m.delivered_on) from billing.billable_item m
               where m.contract = b.contract and m.kind = 'MILESTONE'
                 and m.delivered_on <= :asOf) as milestone_on,
             (select min(i.status) from billing.billed_item x
                join billing.invoice_line l on l.id = x.line
                join billing.invoice i on i.id = l.invoice
               where x.billable_item = b.id and x.living and i.number is null
                 and i.prepared_on <= :asOf) as billing_on
      from net n
      join billing.billable_item b on b.id = n.shown
      join contracts.v_delivery_line d on d.id = b.delivery_line
      join party.v_customer c on c.id = b.customer
      order by b.delivered_on, d.delivery_number, b.item, n.root
      """;

  private static final String PO_USED =
      """
      select contract, po_number, sum(case when kind = 'CREDIT_NOTE' then -net else net end) as net
      from billing.invoice
      where po_number is not null and contract is not null and kind <> 'ADVANCE'
        and status not in ('CANCELLED', 'WITHDRAWN')
      group by contract, po_number
      """;

  private final JdbcClient jdbc;

  UnbilledLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UnbilledLine> asOf(LocalDate day, @Nullable LocalDate invoicesSince) {
    return jdbc.sql(READ)
        .param("asOf", day)
        .param("since", invoicesSince, Types.DATE)
        .query(UnbilledLines::line)
        .list();
  }

  /** What is billed, or about to be, against each purchase order of a contract. */
  Map<String, BigDecimal> usedOfOrders() {
    Map<String, BigDecimal> used = new HashMap<>();
    jdbc.sql(PO_USED)
        .query(
            row -> {
              used.put(row.getString(1) + " " + row.getString(2), row.getBigDecimal(3));
            });
    return used;
  }

  private static UnbilledLine line(ResultSet row, int index) throws SQLException {
    String billingOn = row.getString("billing_on");
    return new UnbilledLine(
        row.getObject("root", UUID.class),
        row.getObject("delivery", UUID.class),
        row.getString("delivery_number"),
        row.getString("kind"),
        row.getObject("delivered_on", LocalDate.class),
        row.getString("item"),
        row.getString("description"),
        row.getObject("contract", UUID.class),
        row.getObject("customer", UUID.class),
        row.getString("customer_number"),
        row.getString("customer_name"),
        row.getBigDecimal("quantity"),
        row.getBoolean("proven"),
        row.getObject("milestone_on", LocalDate.class),
        billingOn == null ? null : InvoiceStatus.valueOf(billingOn));
  }
}
