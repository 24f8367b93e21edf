-- What was delivered and is to be billed: one row per delivery line, a return's quantity negative.
create table billing.billable_item (
  id            uuid primary key,
  delivery_line uuid not null unique,
  -- the delivery line that this one takes back or brings again, followed to its beginning
  root          uuid not null,
  returns_of    uuid,
  kind          text not null,
  delivery      uuid not null,
  contract      uuid not null,
  customer      uuid not null,
  item          text not null,
  delivered_on  date not null,
  quantity      numeric(19, 6) not null check (quantity <> 0)
);
create index billable_item_root on billing.billable_item (root);
create index billable_item_contract on billing.billable_item (contract, delivered_on);
create index billable_item_delivered on billing.billable_item (delivered_on);

-- Which line bills which item. The index decides that nothing is billed twice, whoever runs when.
create table billing.billed_item (
  line          uuid not null references billing.invoice_line,
  billable_item uuid not null references billing.billable_item,
  living        boolean not null default true,
  primary key (line, billable_item)
);
create unique index billed_once on billing.billed_item (billable_item) where living;
create index billed_item_item on billing.billed_item (billable_item);

-- From when to when an item counts as billed: from its invoice's issue until its cancellation.
create view billing.v_billed as
  select b.billable_item, b.line, l.invoice, i.number, i.issued_on as billed_on,
         case when i.status = 'CANCELLED' then i.ended_on end as released_on
  from billing.billed_item b
  join billing.invoice_line l on l.id = b.line
  join billing.invoice i on i.id = l.invoice
  where i.issued_on is not null;

-- Billing runs, and what each left out and why.
create table billing.run (
  id          uuid primary key,
  up_to       date not null,
  drafts      integer not null,
  left_out    integer not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);

create table billing.run_left_out (
  run             uuid not null references billing.run,
  position        integer not null,
  contract_number text not null,
  customer_name   text not null,
  delivery_number text not null,
  item            text not null,
  delivered_on    date not null,
  quantity        numeric(19, 6) not null,
  value           numeric(19, 4),
  currency        varchar(3) not null,
  cause           text not null,
  why             text not null,
  primary key (run, position)
);

create view billing.v_invoice as
  select i.id, i.kind, i.status, i.number, i.customer, i.contract, i.contract_number, i.currency,
         i.po_number, i.net, i.tax, i.total, i.set_off, i.prepared_by, i.prepared_on, i.revised_by,
         i.submitted_on, i.revision, i.issued_on, i.due_on, i.ended_on, i.document, i.letter, i.run
  from billing.invoice i;

create view billing.v_approval as
  select a.invoice, a.revision, a.version_hash, a.department, a.verdict, a.decided_by, a.decided_on,
         a.reason, a.recorded_at
  from billing.approval a;
