-- One open case per customer and currency; its process instance has the case's id as business key.
create table dunning.dunning_case (
  id                 uuid    not null primary key,
  customer           uuid    not null,
  currency           varchar(3) not null,
  opened_on          date    not null,
  stage              integer,
  stage_on           date,
  legal_decided_on   date,
  legal_decided_by   text,
  contact_asked_on   date,
  closed_on          date,
  close_reason       text,
  check ((closed_on is null) = (close_reason is null))
);
create unique index dunning_case_open on dunning.dunning_case (customer, currency) where closed_on is null;
create index dunning_case_customer on dunning.dunning_case (customer);

-- How many rungs an item has climbed. Survives its case.
create table dunning.item_level (
  item        uuid    not null primary key,
  level       integer not null check (level >= 0),
  raised_on   date,
  courtesy_on date
);

-- One act of a stage for an account on a day, be it a letter, a call or an escalation; its figures are frozen.
create table dunning.notice (
  id             uuid          not null primary key,
  case_id        uuid          not null references dunning.dunning_case,
  customer       uuid          not null,
  currency       varchar(3)    not null,
  acted_on       date          not null,
  stage          integer       not null,
  step           text          not null,
  channel        text          not null,
  status         text          not null check (status in ('DONE', 'WITHDRAWN', 'FAILED')),
  policy         text          not null,
  policy_version integer       not null,
  chased         numeric(19,4) not null,
  unapplied      numeric(19,4) not null,
  credits        numeric(19,4) not null,
  fee            numeric(19,4) not null default 0,
  interest       numeric(19,4) not null default 0,
  letter         uuid,
  address        text,
  recorded_by    text          not null,
  recorded_at    timestamptz   not null default clock_timestamp(),
  closed_by      text,
  closed_on      date,
  closed_why     text,
  unique (customer, currency, acted_on)
);
create index notice_acted_on on dunning.notice (acted_on, id);
create index notice_case on dunning.notice (case_id);
create index notice_letter on dunning.notice (letter) where letter is not null;

create table dunning.notice_line (
  notice       uuid          not null references dunning.notice,
  position     integer       not null,
  item         uuid          not null,
  number       text          not null,
  due_on       date          not null,
  days_overdue integer       not null,
  open         numeric(19,4) not null,
  level        integer       not null,
  raised       boolean       not null,
  primary key (notice, position)
);
create index notice_line_item on dunning.notice_line (item);

create view dunning.v_item_level as select item, level, raised_on, courtesy_on from dunning.item_level;
create view dunning.v_case as
  select id, customer, currency, opened_on, stage, stage_on, legal_decided_on, legal_decided_by,
         closed_on, close_reason
  from dunning.dunning_case;
create view dunning.v_notice as
  select id, case_id, customer, currency, acted_on, stage, step, channel, status, policy,
         policy_version, chased, unapplied, credits, fee, interest, letter, recorded_by, closed_by, closed_on, closed_why
  from dunning.notice;
create view dunning.v_notice_line as
  select notice, position, item, number, due_on, days_overdue, open, level, raised
  from dunning.notice_line;
