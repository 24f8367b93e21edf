create schema audit;

-- Who did what to what: one row per act, written in the act's own transaction, kept for ever.
create table audit.act (
  seq bigint generated always as identity primary key,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  business_on date not null,
  act text not null,
  subject_type text not null,
  subject text not null,
  details jsonb not null
);

create index act_recorded on audit.act using brin (recorded_at) with (pages_per_range = 16);
create index act_subject on audit.act (subject, seq);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'DW001';
end $$;

create trigger only_grows before update or delete or truncate on audit.act
  for each statement execute function audit.refuse_change();

-- See ledger.announce_writer: the transaction has its number before its rows have their time.
create function audit.announce_writer() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;

create trigger announce_writer before insert on audit.act
  for each statement execute function audit.announce_writer();

create function audit.check_acts() returns trigger language plpgsql as $$
begin
  if exists (select 1 from fresh where recorded_at < now() or recorded_at > clock_timestamp()) then
    raise exception 'The time of recording is the wall clock''s' using errcode = 'DW003';
  end if;
  return null;
end $$;

create trigger check_acts after insert on audit.act referencing new table as fresh
  for each statement execute function audit.check_acts();
