create schema if not exists resolution;

-- whatever keeps money from being chased for a while
create table resolution.hold (
  id          uuid primary key,
  customer    uuid          not null,
  currency    varchar(3),
  item        uuid,
  amount      numeric(19, 4) check (amount > 0),
  reason      varchar(20)   not null check (reason in ('DISPUTE', 'PROMISE', 'PLAN', 'MANAGER', 'INSOLVENCY')),
  why         text          not null check (why <> ''),
  from_on     date          not null,
  until_on    date,
  placed_by   text          not null,
  placed_at   timestamptz   not null default clock_timestamp(),
  released_on date,
  released_by text,
  release_why text,
  version     integer       not null default 0,
  check (until_on >= from_on),
  check (released_on >= from_on),
  check (item is null or currency is not null),
  check (amount is null or item is not null),
  check ((released_on is null) = (released_by is null))
);
create index hold_customer on resolution.hold (customer, from_on);
create index hold_item on resolution.hold (item) where item is not null;
create index hold_in_force on resolution.hold (customer, currency) where released_on is null;

create view resolution.v_hold as
select id, customer, currency, item, amount, reason, why, from_on, until_on, released_on,
       placed_by, released_by, release_why
from resolution.hold;
