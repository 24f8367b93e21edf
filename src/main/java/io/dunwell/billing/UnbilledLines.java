package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.invoices.InvoiceStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      with open_item as materialized (
        select b.* from billing.billable_item b
        where b.delivered_on <= :asOf %1$s
          and not exists (
            select 1 from billing.v_billed x
            where x.billable_item = b.id and x.billed_on <= :asOf
              and (x.released_on is null or x.released_on > :asOf)
              and (cast(:since as date) is null or x.billed_on >= :since))),
      drafted as (
        select x.billable_item, min(i.status) as status
        from billing.invoice i
        join billing.invoice_line l on l.invoice = i.id
        join billing.billed_item x on x.line = l.id
        join open_item o on o.id = x.billable_item
        where x.living and i.number is null and i.prepared_on <= :asOf
        group by x.billable_item),
      parted as (
        select o.root from open_item o left join drafted t on t.billable_item = o.id
        group by o.root
        having sum(o.quantity) filter (where t.status is not null) > 0
           and sum(o.quantity) filter (where t.status is null) > 0),
      returned as (
        select returns_of, -sum(quantity) as quantity from open_item
        where returns_of is not null group by returns_of),
      kept as (
        select o.id, o.root, o.quantity, o.delivered_on,
               t.status is not null and p.root is not null as apart,
               o.quantity > 0 and o.quantity > coalesce(r.quantity, 0) as stays
        from open_item o
        left join drafted t on t.billable_item = o.id
        left join parted p on p.root = o.root
        left join returned r on r.returns_of = o.delivery_line),
      net as (
        select root, sum(quantity) as quantity,
               (array_agg(id order by stays desc, quantity > 0 desc, delivered_on, id))[1] as shown
        from kept group by root, apart having sum(quantity) <> 0),
      proven as (
        select distinct delivery from contracts.v_proof_span
        where attached_on <= :asOf and (withdrawn_on is null or withdrawn_on > :asOf)
          and delivery in (select delivery from open_item)),
      milestone as (
        select contract, max(delivered_on) as reached_on from billing.billable_item b
        where kind = 'MILESTONE' and delivered_on <= :reached %1$s group by contract)
      select n.root, n.quantity, b.delivery, b.kind, b.contract, b.customer, b.item,
             b.delivered_on, d.delivery_number, d.description,
             c.number as customer_number, c.name as customer_name,
             p.delivery is not null as proven, m.reached_on as milestone_on,
             b.delivered_on between v.valid_from and coalesce(v.valid_until, date 'infinity')
               as agreed_then,
             t.status as billing_on
      from net n
      join open_item b on b.id = n.shown
      join contracts.v_delivery_line d on d.id = b.delivery_line
      join party.v_customer c on c.id = b.customer
      join contracts.v_contract_version v on v.id = b.contract
        and v.in_force_from <= b.delivered_on
        and (v.in_force_until is null or b.delivered_on < v.in_force_until)
      left join proven p on p.delivery = b.delivery
      left join milestone m on m.contract = b.contract
      left join drafted t on t.billable_item = b.id
      order by b.delivered_on, d.delivery_number, b.item, n.root
      """;

  private static final String PO_USED =
      """
      select contract, po_number,
             sum(case when kind <> 'CREDIT_NOTE' then net
                      when status = 'ISSUED' then -net else 0 end) as net
      from billing.invoice b
      where po_number is not null and contract is not null and kind <> 'ADVANCE'
        and prepared_on <= :asOf and (ended_on is null or ended_on > :asOf) %1$s
      group by contract, po_number
      """;

  /**
   * What is billed of each month, less what is credited of what came back: only where slabs make a
   * difference.
   */
  private static final String BILLED_OF_MONTH =
      """
      select b.contract, b.item,
             date_trunc('month', cast(case when b.quantity < 0
                                           then coalesce(o.delivered_on, b.delivered_on)
                                           else b.delivered_on end as timestamp)) as month,
             greatest(sum(b.quantity), 0) as quantity
      from billing.billable_item b
      join billing.v_billed x on x.billable_item = b.id
      left join billing.billable_item o on o.delivery_line = b.returns_of and o.part = 1
      where x.billed_on <= :day and (x.released_on is null or x.released_on > :day)
        and x.billed_on >= coalesce(cast(:since as date), date '-infinity') %1$s
        and b.contract in (select v.id from contracts.v_contract_version v
                             join contracts.v_price p on p.agreement = v.agreement
                            where v.billing_rule = 'MONTHLY' and cardinality(p.starts) > 1)
      group by 1, 2, 3""";

  private final JdbcClient jdbc;

  UnbilledLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is asked for.
   *
   * @param invoicesSince invoices dated before that day are not looked at; null for all
   * @param reached the last day on which milestones count
   * @param contracts whose deliveries are looked at; null for all
   */
  record Asked(
      LocalDate day,
      @Nullable LocalDate invoicesSince,
      LocalDate reached,
      @Nullable Set<ContractId> contracts) {}

  /** What is billed of months whose quantity decides the price, of all contracts or of some. */
  static String billedOfMonth(boolean some) {
    return BILLED_OF_MONTH.formatted(narrowed(some));
  }

  private static String narrowed(boolean some) {
    return some ? "and b.contract = any(cast(:contracts as uuid[]))" : "";
  }

  private JdbcClient.StatementSpec sql(String sql, Asked asked) {
    Set<ContractId> contracts = asked.contracts();
    JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(narrowed(contracts != null)));
    return contracts == null
        ? statement
        : statement.param(
            "contracts",
            contracts.stream().map(each -> each.value().toString()).toArray(String[]::new));
  }

  List<UnbilledLine> of(Asked asked) {
    return sql(READ, asked)
        .param("asOf", asked.day())
        .param("reached", asked.reached())
        .param("since", asked.invoicesSince(), Types.DATE)
        .query(UnbilledLines::line)
        .list();
  }

  /** What was billed, or about to be, against each purchase order of a contract. */
  Map<String, BigDecimal> usedOfOrders(Asked asked) {
    Map<String, BigDecimal> used = new HashMap<>();
    sql(PO_USED, asked)
        .param("asOf", asked.day())
        .query(
            row -> {
              used.put(row.getString(1) + " " + row.getString(2), row.getBigDecimal(3));
            });
    return used;
  }

  /** What was billed of months in which the quantity decides the price. */
  Map<BilledMonth, BigDecimal> billedOfMonths(Asked asked) {
    Map<BilledMonth, BigDecimal> billed = new HashMap<>();
    sql(BILLED_OF_MONTH, asked)
        .param("day", asked.day())
        .param("since", asked.invoicesSince(), Types.DATE)
        .query(
            row -> {
              YearMonth month = YearMonth.from(row.getTimestamp(3).toLocalDateTime());
              billed.put(
                  new BilledMonth(row.getObject(1, UUID.class), row.getString(2), month),
                  row.getBigDecimal(4));
            });
    return billed;
  }

  /** What is billed, and so priced, together. */
  record BilledMonth(UUID contract, String item, YearMonth month) {}

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
        row.getBoolean("agreed_then"),
        billingOn == null ? null : InvoiceStatus.valueOf(billingOn));
  }
}
