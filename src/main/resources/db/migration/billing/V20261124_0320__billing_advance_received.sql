-- An advance came in on the day of its receipt, whenever that was matched: what no voucher confirms
-- yet, on the last of those days.
create or replace view billing.v_advance as
  with credited as (
    select original, sum(total) as credited from billing.invoice
     where kind = 'CREDIT_NOTE' and status = 'ISSUED' group by original),
  used as (
    select contract, currency, sum(set_off) as used from billing.invoice
     where kind = 'INVOICE' and set_off > 0 and status not in ('CANCELLED', 'WITHDRAWN')
     group by contract, currency),
  standing as (
    select i.*, coalesce(c.credited, 0) as credited,
           case when i.status = 'ISSUED' then i.total - coalesce(c.credited, 0) else 0 end
             as standing
      from billing.invoice i left join credited c on c.original = i.id
     where i.kind = 'ADVANCE'),
  lined as (
    select s.*, coalesce(sum(s.standing) over (
             partition by s.contract, s.currency order by s.issued_on nulls last, s.number, s.id
             rows between unbounded preceding and 1 preceding), 0) as before
      from standing s)
  select l.id, l.status, l.number, l.customer, l.contract, l.contract_number, l.currency, l.net,
         l.tax, l.total, l.prepared_on, l.issued_on, l.due_on, l.credited,
         greatest(least(l.standing, coalesce(u.used, 0) - l.before), 0) as set_off,
         coalesce(r.received, 0) as received, r.received_on,
         coalesce(v.vouchered, 0) as vouchered
    from lined l
    left join used u on u.contract = l.contract and u.currency = l.currency
    left join lateral (
      select sum(a.amount) as received,
             coalesce(max(m.received_on) filter (where a.recorded_at > coalesce(
                        (select max(x.recorded_at) from billing.receipt_voucher x
                          where x.advance = l.id), '-infinity')),
                      max(m.received_on)) as received_on
        from receivables.v_open_item o
        join receipts.v_allocation a on a.item = o.id
        join receipts.v_receipt m on m.id = a.receipt
       where o.number = l.number and a.reversed_on is null) r on true
    left join lateral (
      select sum(x.amount) as vouchered from billing.receipt_voucher x
       where x.advance = l.id) v on true;

-- A note says what it corrects.
create or replace view billing.v_invoice as
  select i.id, i.kind, i.status, i.number, i.customer, i.contract, i.contract_number, i.currency,
         i.po_number, i.net, i.tax, i.total, i.set_off, i.prepared_by, i.prepared_on, i.revised_by,
         i.submitted_on, i.revision, i.issued_on, i.due_on, i.ended_on, i.document, i.letter, i.run,
         i.original
  from billing.invoice i;
