-- Receipt vouchers (rule 50 of the CGST Rules): one for each sum that came in on an advance.
alter table billing.number_series drop constraint number_series_kind_check;
alter table billing.number_series add constraint number_series_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'ADVANCE', 'RECEIPT_VOUCHER'));
insert into billing.number_series (kind, pattern) values ('RECEIPT_VOUCHER', 'RV/{fy}/{seq:6}');

create table billing.receipt_voucher (
  id          uuid primary key,
  advance     uuid not null references billing.invoice,
  number      text not null unique references billing.used_number,
  issued_on   date not null,
  received_on date not null,
  amount      numeric(19, 4) not null check (amount > 0),
  tax         numeric(19, 4) not null check (tax >= 0),
  document    uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);
create index receipt_voucher_advance on billing.receipt_voucher (advance);
create trigger only_grows before update or delete or truncate on billing.receipt_voucher
  for each statement execute function billing.refuse_change();

-- A billing run asks once for the advance that a contract agrees on, whoever runs when.
create unique index advance_asked_once on billing.invoice (contract)
  where kind = 'ADVANCE' and run is not null and status not in ('CANCELLED', 'WITHDRAWN');

-- Advances with what came in on each, what is credited of it, and what invoices set off: the
-- earliest advance of a contract is set off first.
create view billing.v_advance as
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
      select sum(a.amount) as received, max(a.effective_on) as received_on
        from receivables.v_open_item o
        join receipts.v_allocation a on a.item = o.id
       where o.number = l.number and a.receipt is not null and a.reversed_on is null) r on true
    left join lateral (
      select sum(x.amount) as vouchered from billing.receipt_voucher x
       where x.advance = l.id) v on true;
