-- The daily run: one for each day, whoever starts it how often; dry runs write only their report.
create table dunning.run (
  id           uuid        not null primary key,
  run_on       date        not null,
  dry_run      boolean     not null,
  status       text        not null check (status in ('PLANNING', 'RUNNING', 'FINISHED')),
  candidates   integer     not null default 0,
  cases_closed integer     not null default 0,
  started_by   text        not null,
  started_at   timestamptz not null default clock_timestamp(),
  finished_at  timestamptz
);
create unique index run_day on dunning.run (run_on) where not dry_run;

create table dunning.run_chunk (
  run        uuid    not null references dunning.run,
  no         integer not null,
  customers  uuid[]  not null,
  currencies text[]  not null,
  done_at    timestamptz,
  primary key (run, no)
);

-- What the run did with each candidate, and why not when it did nothing.
create table dunning.run_account (
  run      uuid       not null references dunning.run,
  customer uuid       not null,
  currency varchar(3) not null,
  outcome  text       not null check (outcome in ('ACTED', 'SKIPPED', 'FAILED')),
  code     text,
  sentence text,
  stage    integer,
  step     text,
  notice   uuid,
  primary key (run, customer, currency),
  check ((outcome = 'ACTED') = (code is null))
);
