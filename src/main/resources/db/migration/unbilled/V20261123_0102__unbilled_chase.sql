create schema unbilled;

create function unbilled.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation';
end $$;

-- One open chase for each delivery line with its returns, whatever two nodes do at once. Its
-- process has the chase's id as business key.
create table unbilled.chase (
  id              uuid primary key,
  root            uuid not null,
  asks            text not null check (asks in ('PROOF', 'EXPLANATION')),
  -- null where the contract's owner cannot be asked and the groups are
  owner           text,
  team            text not null,
  opened_on       date not null,
  escalate_on     date not null,
  escalated_on    date,
  ended_on        date,
  ended_as        text,
  -- what the register said when it was last looked at
  seen_on         date not null,
  delivery        uuid not null,
  delivery_number text not null,
  delivered_on    date not null,
  item            text not null,
  description     text,
  quantity        numeric(19, 6) not null,
  customer        uuid not null,
  customer_number text not null,
  customer_name   text not null,
  contract        uuid not null,
  contract_number text not null,
  currency        varchar(3) not null,
  value           numeric(19, 4),
  cause           text not null,
  why             text not null,
  because         text not null,
  late_since      date not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  check ((ended_on is null) = (ended_as is null))
);
create unique index chase_once on unbilled.chase (root) where ended_on is null;
create index chase_root on unbilled.chase (root);
create index chase_delivery on unbilled.chase (delivery) where ended_on is null;

-- What was said about something unbilled. An explanation, or a manager's acceptance, keeps it
-- quiet until a day, that day included.
create table unbilled.explanation (
  id          uuid primary key,
  root        uuid not null,
  chase       uuid not null references unbilled.chase,
  kind        text not null check (kind in ('EXPLAINED', 'ACCEPTED', 'ASKED_AGAIN')),
  reason      text not null,
  until_on    date not null,
  said_on     date not null,
  said_by     text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index explanation_root on unbilled.explanation (root, said_on);
create trigger only_grows before update or delete or truncate on unbilled.explanation
  for each statement execute function unbilled.refuse_change();
