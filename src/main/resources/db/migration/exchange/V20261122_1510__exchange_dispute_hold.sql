-- Holds that files placed on disputed invoices, so that a later file can end them. What a person
-- released is not placed again.
create table exchange.dispute_hold (
  hold uuid primary key,
  number text not null,
  ended boolean not null default false
);
create index dispute_hold_number on exchange.dispute_hold (number) where not ended;
