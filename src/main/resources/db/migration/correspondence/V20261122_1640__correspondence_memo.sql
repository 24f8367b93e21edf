-- A short mail to somebody of the house: written once for each reason, sent as letters are.
create table correspondence.memo (
  id              uuid primary key,
  key             text not null unique,
  recipient       text not null,
  to_address      text not null,
  subject         text not null,
  body            text not null,
  about           text not null,
  dated           date not null,
  state           text not null default 'reserved'
    check (state in ('reserved', 'sending', 'sent', 'failed', 'ambiguous')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  sending_since   timestamptz,
  sent_at         timestamptz,
  last_error      text,
  recorded_at     timestamptz not null default clock_timestamp(),
  check ((state = 'sending') = (sending_since is not null))
);
create index memo_due on correspondence.memo (next_attempt_at) where state = 'reserved';
create index memo_about on correspondence.memo (about);
