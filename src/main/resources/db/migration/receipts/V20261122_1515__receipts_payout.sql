-- Money that left a receipt or a credit note without paying an item: given back to the customer, or
-- over to another one, whose receipt it then is.
create table receipts.payout (
  id uuid primary key,
  receipt uuid references receipts.receipt,
  credit_item uuid,
  to_receipt uuid unique references receipts.receipt,
  amount numeric(19, 4) not null check (amount > 0),
  currency varchar(3) not null,
  effective_on date not null,
  reason text not null,
  taken_back_on date,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  check (num_nonnulls(receipt, credit_item) = 1),
  check (to_receipt is null or receipt is not null),
  check (taken_back_on is null or to_receipt is not null)
);
create index payout_receipt on receipts.payout (receipt) where receipt is not null;
create index payout_credit on receipts.payout (credit_item) where credit_item is not null;

create view receipts.v_payout as
  select id, receipt, credit_item, to_receipt, amount, currency, effective_on, reason,
         taken_back_on, recorded_at, recorded_by
  from receipts.payout;

-- to find money that is dated ahead
create index receipt_received on receipts.receipt (received_on);
