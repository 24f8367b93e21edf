-- somebody thinks that money will never come; approving it is an act of its own
create table resolution.write_off_proposal (
  id          uuid primary key,
  customer    uuid           not null,
  currency    varchar(3)     not null,
  case_id     uuid,
  amount      numeric(19, 4) not null check (amount > 0),
  reason      text           not null check (reason <> ''),
  proposed_on date           not null,
  proposed_by text           not null,
  recorded_at timestamptz    not null default clock_timestamp()
);
create index write_off_proposal_customer on resolution.write_off_proposal (customer, proposed_on);

create view resolution.v_write_off_proposal as
select id, customer, currency, case_id, amount, reason, proposed_on, proposed_by
from resolution.write_off_proposal;
