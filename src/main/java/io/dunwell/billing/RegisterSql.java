package io.dunwell.billing;

import java.util.Currency;
import java.util.stream.Collectors;

/**
 * The unbilled register in SQL, with the same answers as {@link Unbilled#asOf} for sets: parameters
 * are the day, since when invoices are looked at, and where it is narrowed the contracts.
 */
final class RegisterSql {

  /** What is unbilled, with its contract as of the day and its value at contract price. */
  private static final String VALUED =
      """
      with open_item as materialized (
        select b.id, b.delivery_line, b.root, b.returns_of, b.kind, b.delivery, b.contract,
               b.customer, b.item, b.delivered_on, b.quantity
        from billing.billable_item b
        where b.delivered_on <= :day %1$s
          and not exists (
            select 1 from billing.v_billed x
            where x.billable_item = b.id and x.billed_on <= :day
              and (x.released_on is null or x.released_on > :day)
              and x.billed_on >= coalesce(cast(:since as date), date '-infinity'))),
      drafted as materialized (
        select x.billable_item, min(i.status) as status
        from billing.invoice i
        join billing.invoice_line l on l.invoice = i.id
        join billing.billed_item x on x.line = l.id
        where x.living and i.number is null and i.prepared_on <= :day
        group by x.billable_item),
      tangled as materialized (
        select root from open_item group by root having count(*) > 1),
      tangle as materialized (
        select o.*, t.status from open_item o join tangled using (root)
        left join drafted t on t.billable_item = o.id),
      parted as (
        select root from tangle group by root
        having sum(quantity) filter (where status is not null) > 0
           and sum(quantity) filter (where status is null) > 0),
      returned as (
        select returns_of, -sum(quantity) as quantity from tangle
        where returns_of is not null group by returns_of),
      kept as (
        select o.*, o.status is not null and p.root is not null as apart,
               o.quantity > 0 and o.quantity > coalesce(r.quantity, 0) as stays
        from tangle o
        left join parted p on p.root = o.root
        left join returned r on r.returns_of = o.delivery_line),
      net as (
        select sum(quantity) as quantity,
               (array_agg(id order by stays desc, quantity > 0 desc, delivered_on, id))[1] as shown
        from kept group by root, apart having sum(quantity) <> 0),
      line as (
        select o.*, o.quantity as net, false as shared from open_item o
        where not exists (select 1 from tangled t where t.root = o.root)
        union all
        select o.*, n.quantity, true from net n join open_item o on o.id = n.shown),
      version as materialized (
        select * from contracts.v_contract_version c where true %2$s),
      standing as materialized (
        select l.*, t.status, v.number as contract_number, v.currency, v.owner, v.billing_rule,
               v.proof_required, v.po_number, v.po_cap, v.po_until,
               l.delivered_on between v.valid_from and coalesce(v.valid_until, date 'infinity')
                 as agreed_now,
               v.billing_rule = 'MONTHLY' and l.net > 0 as monthly,
               date_trunc('month', cast(l.delivered_on as timestamp)) as month
        from line l
        join version v on v.id = l.contract and v.in_force_from <= :day
          and (v.in_force_until is null or :day < v.in_force_until)
        left join drafted t on t.billable_item = l.id),
      month_sum as (
        select contract, item, month, sum(net) filter (where status is not null) as drafted,
               sum(net) filter (where status is null) as rest
        from standing where monthly group by contract, item, month),
      root_sum as (
        select root, sum(abs(net)) filter (where status is not null) as drafted,
               sum(abs(net)) filter (where status is null) as rest
        from standing where shared and not monthly group by root),
      month_billed as (
        %4$s),
      summed as (
        select s.*, coalesce(m.drafted, r.drafted, 0) as drafted,
               coalesce(m.rest, r.rest, 0) as rest,
               coalesce(w.quantity, 0) as billed
        from standing s
        left join month_sum m on s.monthly and m.contract = s.contract and m.item = s.item
          and m.month = s.month
        left join root_sum r on s.shared and not s.monthly and r.root = s.root
        left join month_billed w on s.monthly and w.contract = s.contract and w.item = s.item
          and w.month = s.month),
      grouped as (
        select s.*,
               case when not monthly and not shared then abs(net)
                    when status is null then rest else drafted end as together,
               case when status is null then billed + drafted else billed end as earlier,
               case when status is null then 0 else rest end as later
        from summed s),
      priced as (
        select g.*, p.discount_percent, coalesce(d.digits, 2) as digits,
               g.agreed_now
                 or g.delivered_on between v.valid_from and coalesce(v.valid_until, date 'infinity')
                 as agreed,
               case when cardinality(p.prices) = 1 then p.prices[1] * g.together
                    when p.slab_rule = 'WHOLE'
                      then contracts.gross(p.slab_rule, p.starts, p.prices,
                                           g.earlier + g.together + g.later)
                           / (g.earlier + g.together + g.later) * g.together
                    else contracts.gross(p.slab_rule, p.starts, p.prices, g.earlier + g.together)
                         - contracts.gross(p.slab_rule, p.starts, p.prices, g.earlier)
                    end as gross
        from grouped g
        join version v on v.id = g.contract and v.in_force_from <= g.delivered_on
          and (v.in_force_until is null or g.delivered_on < v.in_force_until)
        left join contracts.v_price p on p.agreement = v.agreement and p.item = g.item
          and p.valid_from <= g.delivered_on
          and (p.valid_until is null or g.delivered_on <= p.valid_until)
        left join (values %3$s) d (currency, digits) on d.currency = g.currency),
      netted as (
        select p.*, round(gross * (100 - discount_percent) / 100, digits) as whole from priced p
        where gross is not null or kind <> 'MILESTONE'),
      valued as (
        select n.*, case when together = net then whole
                         else round(round(cast(whole * net as numeric(60, 30)) / together, 10),
                                    digits) end as value
        from netted n)
      """;

  /** The same with what stands in the way of each: the order of the cases is the policy's. */
  private static final String JUDGED =
      """
      , hindered as materialized (
        select v.*, d.delivery_number,
               case when v.status = 'DRAFT' then 'IN_DRAFT'
                    when v.status is not null then 'IN_APPROVAL'
                    when v.net < 0 then 'CREDIT_DUE'
                    when not v.agreed then 'CONTRACT_ENDED'
                    when v.value is null then 'PRICE_MISSING'
                    when v.proof_required and not exists (
                      select 1 from contracts.v_proof_span p
                      where p.delivery = v.delivery and p.attached_on <= :day
                        and (p.withdrawn_on is null or p.withdrawn_on > :day))
                      then 'PROOF_MISSING'
                    when v.billing_rule = 'MILESTONE' and v.kind <> 'MILESTONE' and not exists (
                      select 1 from billing.billable_item m
                      where m.contract = v.contract and m.kind = 'MILESTONE'
                        and m.delivered_on between v.delivered_on and :day)
                      then 'WAITING_FOR_MILESTONE'
                    when v.billing_rule = 'MONTHLY' and :day < month + interval '1 month -1 day'
                      then 'WAITING_FOR_MONTH_END'
                    when v.po_until < v.delivered_on then 'PO_EXHAUSTED'
                    when v.po_cap is null then 'READY' end as hindrance
        from valued v
        join contracts.v_delivery_line d on d.id = v.delivery_line),
      ordered as (
        select contract, po_number,
               sum(case when kind <> 'CREDIT_NOTE' then net
                        when status = 'ISSUED' then -net else 0 end) as net
        from billing.invoice
        where kind <> 'ADVANCE' and prepared_on <= :day and (ended_on is null or ended_on > :day)
          and (contract, po_number) in (
            select contract, po_number from hindered where hindrance is null)
        group by contract, po_number),
      limited as (
        select h.*, coalesce(o.net, 0) as po_before from hindered h
        left join ordered o on o.contract = h.contract and o.po_number = h.po_number
        where h.hindrance is null),
      capped as (
        select l.*, coalesce(billing.taken_within(value, po_cap, po_before) over (
                 partition by contract order by delivered_on, delivery_number, item, root
                 rows between unbounded preceding and 1 preceding), po_before) as po_used
        from limited l)
      """;

  private static final String COLUMNS =
      """
      contract, root, delivery, delivery_number, delivered_on, item, customer, contract_number,
      owner, currency, net, value,""";

  private static final String LINES =
      JUDGED
          + """
          insert into billing.register_line
            (register, contract, root, delivery, delivery_number, delivered_on, item, customer,
             contract_number, owner, currency, quantity, value, cause, billing_on, po_number, po_cap,
             po_until, po_used)
          select cast(:register as uuid),"""
          + COLUMNS
          + """
             hindrance, status, po_number, po_cap, po_until, null
          from hindered where hindrance is not null
          union all
          select cast(:register as uuid),"""
          + COLUMNS
          + """
             case when po_used + value <= po_cap then 'READY' else 'PO_EXHAUSTED' end,
             status, po_number, po_cap, po_until, po_used
          from capped""";

  private static final String SUMS =
      """
      insert into billing.register_sum (register, contract, currency, count, value)
      select cast(:register as uuid), contract, currency, count(*), coalesce(sum(value), 0)
      from valued group by contract, currency""";

  private RegisterSql() {}

  /** Writes the register's lines, of all contracts or of some. */
  static String lines(boolean some) {
    return valued(some) + LINES;
  }

  /** Writes the sum of each contract, of all or of some. */
  static String sums(boolean some) {
    return valued(some) + SUMS;
  }

  private static String valued(boolean some) {
    return VALUED.formatted(
        some ? "and b.contract = any(cast(:contracts as uuid[]))" : "",
        some ? "and c.id = any(cast(:contracts as uuid[]))" : "",
        DIGITS,
        UnbilledLines.billedOfMonth(some));
  }

  /** The currencies that do not know two decimals. */
  private static final String DIGITS =
      Currency.getAvailableCurrencies().stream()
          .filter(each -> each.getDefaultFractionDigits() != 2)
          .map(
              each ->
                  "('%s', %d)"
                      .formatted(
                          each.getCurrencyCode(), Math.max(each.getDefaultFractionDigits(), 0)))
          .sorted()
          .collect(Collectors.joining(", "));
}
