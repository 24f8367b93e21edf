-- What a notice charged, posted as a debit note of its own.
create table dunning.charge (
  id             uuid          not null primary key,
  notice         uuid          not null references dunning.notice,
  kind           text          not null check (kind in ('FEE', 'INTEREST')),
  number         text          not null unique,
  amount         numeric(19,4) not null check (amount > 0),
  currency       varchar(3)    not null,
  taken_back_on  date,
  taken_back_by  text,
  taken_back_why text,
  unique (notice, kind)
);

-- Interest by item; the greatest until_on of an item is its watermark: no day is charged twice.
create table dunning.interest_share (
  charge         uuid          not null references dunning.charge,
  item           uuid          not null,
  after_on       date          not null,
  until_on       date          not null check (until_on > after_on),
  annual_percent numeric(9,4)  not null,
  day_count      text          not null,
  amount         numeric(19,4) not null,
  primary key (charge, item)
);
create index interest_share_item on dunning.interest_share (item);

create view dunning.v_charge as
  select c.id, c.notice, c.kind, c.number, c.amount, c.currency, c.taken_back_on, c.taken_back_by,
         c.taken_back_why
  from dunning.charge c;
create view dunning.v_interest_share as
  select s.charge, s.item, s.after_on, s.until_on, s.annual_percent, s.day_count, s.amount
  from dunning.interest_share s;
