create schema correspondence;

-- A letter as it was written: exact bytes until retention ends, their hash for ever.
create table correspondence.letter (
  id                uuid primary key,
  customer          uuid not null,
  currency          varchar(3) not null,
  dated             date not null,
  template          text not null,
  language          text not null,
  subject           text not null,
  facts             text,
  html              bytea,
  html_sha256       bytea not null check (octet_length(html_sha256) = 32),
  pdf               bytea,
  pdf_sha256        bytea check (octet_length(pdf_sha256) = 32),
  stands            boolean not null default true,
  withdrawn_because text,
  withdrawn_by      text,
  withdrawn_at      timestamptz,
  retain_until      date not null,
  legal_hold        boolean not null default false,
  written_by        text not null,
  recorded_at       timestamptz not null default clock_timestamp()
);

-- One letter per customer, currency and day; a withdrawn or failed one may be repeated.
create unique index letter_one_a_day
  on correspondence.letter (customer, currency, dated) where stands;
create index letter_retention on correspondence.letter (retain_until) where facts is not null;
create index letter_newest on correspondence.letter (dated desc, id desc);

create function correspondence.keep_letter() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A letter is never deleted';
  end if;
  if row(new.id, new.customer, new.currency, new.dated, new.template, new.language, new.subject,
         new.html_sha256, new.written_by, new.recorded_at)
     is distinct from
     row(old.id, old.customer, old.currency, old.dated, old.template, old.language, old.subject,
         old.html_sha256, old.written_by, old.recorded_at)
     or new.html is not null and new.html is distinct from old.html
     or new.facts is not null and new.facts is distinct from old.facts
     or old.pdf is not null and new.pdf is not null and new.pdf is distinct from old.pdf
     or old.pdf_sha256 is not null and new.pdf_sha256 is distinct from old.pdf_sha256 then
    raise exception 'A written letter does not change';
  end if;
  return new;
end $$;

create trigger letter_is_kept before update or delete on correspondence.letter
  for each row execute function correspondence.keep_letter();

-- The send ledger: one row per letter, one way through its states.
create table correspondence.dispatch (
  letter          uuid primary key references correspondence.letter,
  customer        uuid not null,
  dated           date not null,
  to_address      text,
  state           text not null default 'reserved'
    check (state in ('reserved', 'sending', 'sent', 'failed', 'ambiguous', 'withdrawn')),
  message_id      text unique,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  node            text,
  sending_since   timestamptz,
  sent_at         timestamptz,
  sent_on         date,
  last_error      text,
  released        boolean not null default false,
  version         integer not null default 0,
  check ((state = 'sending') = (sending_since is not null)),
  check (state <> 'sent' or sent_on is not null)
);
create index dispatch_due on correspondence.dispatch (next_attempt_at) where state = 'reserved';
create index dispatch_sending on correspondence.dispatch (sending_since) where state = 'sending';
create index dispatch_state on correspondence.dispatch (state) where state <> 'sent';
create index dispatch_customer_day on correspondence.dispatch (customer, sent_on);

-- Every step a dispatch took, for the proof of sending.
create table correspondence.dispatch_step (
  letter  uuid not null references correspondence.letter,
  at      timestamptz not null default clock_timestamp(),
  state   text not null,
  by      text not null,
  remark  text
);
create index dispatch_step_letter on correspondence.dispatch_step (letter, at);

create view correspondence.v_letter as
  select l.id, l.customer, l.currency, l.dated, l.template, d.state, l.subject, d.to_address,
         d.sent_at, l.stands
    from correspondence.letter l
    join correspondence.dispatch d on d.letter = l.id;

-- What went with a letter, as filed when it was written.
create table correspondence.enclosure (
  letter   uuid not null references correspondence.letter,
  position integer not null,
  document uuid not null references documents.document,
  primary key (letter, position)
);
