create schema ledger;

-- One row per act. The key is the act, so whatever happens twice is recorded once.
create table ledger.entry (
  seq bigint generated always as identity primary key,
  key text not null unique,
  reason text not null,
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  reverses bigint unique references ledger.entry
);

create index entry_recorded on ledger.entry using brin (recorded_at) with (pages_per_range = 16);

-- Debits are positive, credits negative. Every entry is there, and has the same day: the trigger
-- below looks, once per statement, where a foreign key would look once per row and lock it.
create table ledger.posting (
  entry bigint not null,
  line smallint not null,
  account text not null,
  customer uuid,
  item uuid,
  amount numeric(19, 4) not null check (amount <> 0),
  currency varchar(3) not null check (length(currency) = 3),
  effective_on date not null,
  primary key (entry, line)
);

create index posting_receivable_item on ledger.posting (item, effective_on) include (amount)
  where account = 'RECEIVABLE';
create index posting_unapplied_customer on ledger.posting (customer, currency, effective_on)
  include (amount, item) where account = 'UNAPPLIED_CASH';

-- A closed month takes no more entries.
create table ledger.period (
  month date primary key check (extract(day from month) = 1),
  closed boolean not null,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp(),
  reason text
);

-- A chain of digests, one per finished day and sealed table.
create table ledger.seal (
  sealed_table text not null,
  day date not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  row_count bigint not null,
  previous text not null,
  digest text not null,
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (sealed_table, day)
);

create table ledger.exchange_rate (
  from_currency varchar(3) not null,
  to_currency varchar(3) not null,
  effective_on date not null,
  rate numeric(19, 9) not null check (rate > 0),
  recorded_by text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (from_currency, to_currency, effective_on),
  check (from_currency <> to_currency)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'DW001', hint = 'Record a reversal instead.';
end $$;

create trigger only_grows before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.posting
  for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.seal
  for each statement execute function ledger.refuse_change();

-- The transaction gets its number before its rows get their time, so that sealing a day can wait
-- for everyone who may still write into it; the lock makes closing a month wait for its writers.
create function ledger.announce_writer() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  perform pg_advisory_xact_lock_shared(hashtext('dunwell.ledger.period'));
  return null;
end $$;

create trigger announce_writer before insert on ledger.entry
  for each statement execute function ledger.announce_writer();

create function ledger.check_entries() returns trigger language plpgsql as $$
declare
  bad record;
begin
  select f.key, f.effective_on into bad from fresh f
    join ledger.period p on p.month = date_trunc('month', f.effective_on)::date and p.closed
    limit 1;
  if found then
    raise exception '% is dated %, in a closed month', bad.key, bad.effective_on
      using errcode = 'DW002', hint = 'Date it in an open month, or reopen the month.';
  end if;
  select f.key, f.recorded_at into bad from fresh f
    where f.recorded_at < now() or f.recorded_at > clock_timestamp() limit 1;
  if found then
    raise exception '% claims to be recorded at %', bad.key, bad.recorded_at
      using errcode = 'DW003', hint = 'The time of recording is the wall clock''s.';
  end if;
  return null;
end $$;

create trigger check_entries after insert on ledger.entry referencing new table as fresh
  for each statement execute function ledger.check_entries();

-- All postings of an entry come in one statement, so they are judged together.
create function ledger.check_postings() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  bad record;
begin
  select g.entry into bad from (
      select c.entry, bool_or(c.total <> 0) as unbalanced, min(c.first) as first,
          min(c.since) as since, max(c.until) as until
        from (
          select f.entry, f.currency, sum(f.amount) as total, min(f.line) as first,
              min(f.effective_on) as since, max(f.effective_on) as until
            from fresh f group by f.entry, f.currency) c
        group by c.entry) g
    left join ledger.entry e on e.seq = g.entry
    where g.unbalanced or g.first <> 1
      or e.effective_on is distinct from g.since or e.effective_on is distinct from g.until
    limit 1;
  if found then
    raise exception 'The postings of entry % do not balance, or do not belong to it', bad.entry
      using errcode = 'DW004';
  end if;
  return null;
end $$;

create trigger check_postings after insert on ledger.posting referencing new table as fresh
  for each statement execute function ledger.check_postings();

create view ledger.v_posting as
  select p.entry, p.account, p.customer, p.item, p.amount, p.currency, p.effective_on,
      e.recorded_at, e.reason
    from ledger.posting p left join ledger.entry e on e.seq = p.entry;
