create schema receivables;

-- the lock of a customer's money in one currency: taken by every allocation, hold and notice
create table receivables.account (
  customer uuid not null,
  currency varchar(3) not null,
  primary key (customer, currency)
);

create table receivables.document (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'FEE', 'INTEREST')),
  customer uuid not null,
  currency varchar(3) not null,
  issued_on date not null,
  total numeric(19, 4) not null check (total > 0),
  instalments smallint not null check (instalments > 0),
  reference text,
  source text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);

-- one row per instalment; what a credit note claims is negative.
-- open is a projection of the ledger: it can be rebuilt and compared at any time
create table receivables.open_item (
  id uuid primary key,
  document uuid not null references receivables.document,
  instalment smallint not null check (instalment > 0),
  customer uuid not null,
  currency varchar(3) not null,
  issued_on date not null,
  due_on date not null,
  amount numeric(19, 4) not null check (amount <> 0),
  open numeric(19, 4) not null check (open between least(amount, 0) and greatest(amount, 0)),
  -- the latest effective day of any posting to the item: as of that day or later, open is exact
  moved_on date not null,
  settled_on date generated always as (case when open = 0 then moved_on end) stored,
  unique (document, instalment)
);
create index open_item_customer on receivables.open_item (customer);
create index open_item_open on receivables.open_item (customer, currency) where open <> 0;

create view receivables.v_open_item as
  select i.id, i.document, d.number,
         case when d.instalments = 1 then d.number else d.number || '/' || i.instalment end as label,
         d.kind, i.customer, i.currency, i.issued_on, i.due_on, i.instalment, i.amount, i.open,
         i.settled_on, d.reference
  from receivables.open_item i
  join receivables.document d on d.id = i.document;
