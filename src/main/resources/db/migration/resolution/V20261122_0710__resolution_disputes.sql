-- a customer says that something is wrong; a person of that department has to look into it
create table resolution.dispute (
  id         uuid primary key,
  customer   uuid          not null,
  currency   varchar(3)    not null,
  item       uuid,
  amount     numeric(19, 4) check (amount > 0),
  department varchar(12)   not null check (department in ('BILLING', 'SALES', 'OPERATIONS', 'ACCOUNTS')),
  claim      text          not null check (claim <> ''),
  raised_on  date          not null,
  raised_by  text          not null,
  recorded_at timestamptz  not null default clock_timestamp(),
  hold       uuid          not null references resolution.hold,
  state      varchar(12)   not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
  settled_on date,
  settled_by text,
  finding    text,
  version    integer       not null default 0,
  check ((state = 'OPEN') = (settled_on is null)),
  check (amount is null or item is not null)
);
create index dispute_customer on resolution.dispute (customer, raised_on);
create unique index dispute_open on resolution.dispute (item) where state = 'OPEN' and item is not null;

create view resolution.v_dispute as
select id, customer, currency, item, amount, department, claim, raised_on, raised_by, state,
       settled_on, settled_by, finding
from resolution.dispute;
