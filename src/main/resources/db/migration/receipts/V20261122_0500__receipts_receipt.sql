create schema receipts;

create table receipts.receipt (
  id uuid primary key,
  number bigint generated always as identity,
  customer uuid not null,
  currency varchar(3) not null,
  amount numeric(19, 4) not null check (amount > 0),
  received_on date not null,
  reference text,
  -- what the row came from: the same one twice is the same receipt
  source_key text not null unique,
  -- a projection of the ledger: what no item has been paid with yet
  unapplied numeric(19, 4) not null check (unapplied between 0 and amount),
  -- the latest effective day of any posting to the receipt
  moved_on date not null,
  cancelled_on date,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);
create index receipt_customer on receipts.receipt (customer, received_on);
create index receipt_unapplied on receipts.receipt (customer, currency) where unapplied <> 0;

-- what paid an item: money, a credit note, or nothing (written off)
create table receipts.allocation (
  id uuid primary key,
  receipt uuid references receipts.receipt,
  credit_item uuid,
  item uuid not null,
  amount numeric(19, 4) not null check (amount > 0),
  currency varchar(3) not null,
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  check (num_nonnulls(receipt, credit_item) <= 1),
  check (num_nonnulls(receipt, credit_item) = 1 or reason is not null)
);
create index allocation_item on receipts.allocation (item);
create index allocation_receipt on receipts.allocation (receipt) where receipt is not null;
create index allocation_credit on receipts.allocation (credit_item) where credit_item is not null;

create table receipts.allocation_reversal (
  allocation uuid primary key references receipts.allocation,
  effective_on date not null,
  reason text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);

-- how far the bank is known: the last day that a statement covers
create table receipts.bank_statement (
  id uuid primary key,
  covers_until date not null,
  source text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null
);

create view receipts.v_receipt as
  select id, number, 'RC-' || lpad(number::text, 6, '0') as label, customer, currency, amount,
         received_on, reference, source_key, unapplied, cancelled_on, recorded_at, recorded_by
  from receipts.receipt;

-- money waiting, per account
create view receipts.v_unapplied as
  select customer, currency, sum(unapplied) as amount
  from receipts.receipt
  where unapplied <> 0
  group by customer, currency;

create view receipts.v_allocation as
  select a.id, a.receipt, a.credit_item, a.item, a.amount, a.currency, a.effective_on, a.reason,
         r.effective_on as reversed_on, r.reason as reversed_because, a.recorded_at, a.recorded_by
  from receipts.allocation a
  left join receipts.allocation_reversal r on r.allocation = a.id;

create view receipts.v_bank_freshness as
  select (select max(received_on) from receipts.receipt) as last_received_on,
         (select max(covers_until) from receipts.bank_statement) as last_statement_on;
