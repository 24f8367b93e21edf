-- Which line bills what was missing to the minimum commitment of an item and month. The index
-- decides that a month is billed once, whoever runs when.
create table billing.billed_commitment (
  line     uuid primary key references billing.invoice_line,
  contract uuid not null,
  item     text not null,
  month    date not null check (extract(day from month) = 1),
  living   boolean not null default true
);
create unique index committed_once on billing.billed_commitment (contract, item, month)
  where living;

-- Those that runs made before: of several for one month the first counts.
insert into billing.billed_commitment (line, contract, item, month, living)
  select l.id, i.contract, l.item, date_trunc('month', l.delivered_on::timestamp)::date,
         i.status not in ('CANCELLED', 'WITHDRAWN')
           and row_number() over (
             partition by i.contract, l.item, date_trunc('month', l.delivered_on::timestamp),
                          i.status in ('CANCELLED', 'WITHDRAWN')
             order by i.issued_on nulls last, l.id) = 1
    from billing.invoice_line l join billing.invoice i on i.id = l.invoice
   where i.kind = 'INVOICE' and i.run is not null and i.contract is not null
     and l.unit = 'OTH' and l.delivery_number is null and l.delivered_on is not null
     and l.because is null and l.description like '%: minimum commitment %';

-- Credit notes that make what they credit billable again.
create table billing.billed_again (
  note uuid primary key references billing.invoice
);

-- Since when an issued line does not bill an item any more: a credit note made it billable again.
alter table billing.billed_item add column released_on date;

create or replace view billing.v_billed as
  select b.billable_item, b.line, l.invoice, i.number, i.issued_on as billed_on,
         least(b.released_on, case when i.status = 'CANCELLED' then i.ended_on end) as released_on
  from billing.billed_item b
  join billing.invoice_line l on l.id = b.line
  join billing.invoice i on i.id = l.invoice
  where i.issued_on is not null;
