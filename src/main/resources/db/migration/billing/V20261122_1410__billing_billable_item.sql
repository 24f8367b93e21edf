-- What was delivered and is to be billed: one row per delivery line, a return's quantity negative.
create table billing.billable_item (
  id            uuid primary key,
  delivery_line uuid not null unique,
  -- the delivery line that this one takes back or brings again, followed to its beginning
  root          uuid not null,
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
