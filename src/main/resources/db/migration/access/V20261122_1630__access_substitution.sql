-- Who stands in for whom while they are away. A substitution that was ended early keeps its row.
create table access.substitution (
  id          uuid primary key,
  absent      text not null,
  stand_in    text not null check (stand_in <> absent),
  from_on     date not null,
  until_on    date not null check (until_on >= from_on),
  reason      text,
  ended_on    date,
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index substitution_stand_in on access.substitution (stand_in, until_on);
create index substitution_absent on access.substitution (absent, until_on);

-- Who leads a department: takes over what takes too long there.
create table access.lead (
  department  text primary key,
  person      text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
