-- every contact with a customer leaves a trace, which nobody edits
create table resolution.contact (
  id           uuid primary key,
  customer     uuid        not null,
  currency     varchar(3),
  case_id      uuid,
  kind         varchar(12) not null check (kind in ('CALL', 'EMAIL', 'VISIT', 'MEETING', 'LETTER', 'OTHER')),
  outcome      varchar(16) not null check (outcome in ('REACHED', 'NO_ANSWER', 'PROMISE', 'DISPUTE', 'WRONG_CONTACT', 'OTHER')),
  person       text,
  note         text        not null default '',
  happened_on  date        not null,
  next_call_on date,
  logged_by    text        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  check (next_call_on >= happened_on)
);
create index contact_customer on resolution.contact (customer, happened_on desc, id desc);
create index contact_case on resolution.contact (case_id) where case_id is not null;

create view resolution.v_contact as
select id, customer, currency, case_id, kind, outcome, person, note, happened_on, next_call_on, logged_by, recorded_at
from resolution.contact;

-- what a collector still has to do about a customer: call again, ask about a broken promise
create table resolution.follow_up (
  id          uuid primary key,
  customer    uuid        not null,
  currency    varchar(3),
  kind        varchar(16) not null check (kind in ('CALL_AGAIN', 'PROMISE_BROKEN', 'PROMISE_PARTLY', 'WRITE_OFF_ASKED')),
  cause       uuid        not null,
  due_on      date        not null,
  text        text        not null,
  recorded_at timestamptz not null default clock_timestamp(),
  done_on     date,
  done_by     text,
  unique (kind, cause),
  check ((done_on is null) = (done_by is null))
);
create index follow_up_open on resolution.follow_up (due_on) where done_on is null;
create index follow_up_customer on resolution.follow_up (customer);

create view resolution.v_follow_up as
select id, customer, currency, kind, cause, due_on, text, done_on, done_by
from resolution.follow_up;
