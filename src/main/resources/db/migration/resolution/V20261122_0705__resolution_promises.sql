-- a customer's word that money comes by a day, perhaps in parts
create table resolution.promise (
  id         uuid primary key,
  customer   uuid        not null,
  currency   varchar(3)  not null,
  made_on    date        not null,
  made_by    text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  note       text        not null default '',
  state      varchar(12) not null check (state in ('OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'REPLACED')),
  decided_on date,
  version    integer     not null default 0,
  check ((state = 'OPEN') = (decided_on is null))
);
create unique index promise_open on resolution.promise (customer, currency) where state = 'OPEN';
create index promise_customer on resolution.promise (customer, made_on);

create table resolution.promise_part (
  promise     uuid           not null references resolution.promise,
  part        integer        not null check (part >= 1),
  amount      numeric(19, 4) not null check (amount > 0),
  due_on      date           not null,
  grace_until date           not null check (grace_until >= due_on),
  received    numeric(19, 4) not null default 0 check (received >= 0),
  outcome     varchar(12)    not null check (outcome in ('OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'LAPSED')),
  primary key (promise, part)
);

-- the items a promise is about; none means the whole account
create table resolution.promise_item (
  promise uuid not null references resolution.promise,
  item    uuid not null,
  primary key (promise, item)
);

create table resolution.promise_hold (
  promise uuid not null references resolution.promise,
  hold    uuid not null references resolution.hold,
  primary key (promise, hold)
);

create view resolution.v_promise as
select p.id, p.customer, p.currency, p.made_on, p.made_by, p.note, p.state, p.decided_on,
       t.amount, t.due_on, t.grace_until, t.received
from resolution.promise p
join lateral (
  select sum(amount) amount, max(due_on) due_on, max(grace_until) grace_until, sum(received) received
  from resolution.promise_part where promise = p.id
) t on true;
