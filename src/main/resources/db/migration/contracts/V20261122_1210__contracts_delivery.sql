-- Something that went to the customer, a milestone that was reached, or
-- goods that came back and perhaps went out again.
create table contracts.delivery (
  id           uuid primary key,
  number       text not null unique check (number <> ''),
  contract     uuid not null references contracts.contract,
  customer     uuid not null,
  kind         varchar(10) not null
    check (kind in ('DELIVERY', 'MILESTONE', 'RETURN', 'REDELIVERY')),
  delivered_on date not null,
  reason       text check (reason <> ''),
  recorded_by  text not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  check (kind in ('DELIVERY', 'MILESTONE') or reason is not null)
);
create index delivery_contract on contracts.delivery (contract, delivered_on);
create index delivery_day on contracts.delivery (delivered_on, id);

-- Quantities are positive; a line that returns another takes away from it. A line that returns a
-- return is a delivery again.
create table contracts.delivery_line (
  id          uuid primary key,
  delivery    uuid not null references contracts.delivery,
  position    integer not null,
  item        text not null check (item <> ''),
  description text,
  quantity    numeric(19, 6) not null check (quantity > 0),
  returns_of  uuid references contracts.delivery_line,
  unique (delivery, position)
);
create index delivery_line_returns on contracts.delivery_line (returns_of)
  where returns_of is not null;

create trigger only_grows before update or delete or truncate on contracts.delivery
  for each statement execute function contracts.refuse_change();
create trigger only_grows before update or delete or truncate on contracts.delivery_line
  for each statement execute function contracts.refuse_change();

-- The last word on returns, whatever two transactions do at once.
create function contracts.keep_returns_within_bounds() returns trigger language plpgsql as $$
declare
  given numeric;
  taken numeric;
  wrong_way boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.returns_of::text, 1200));
  select l.quantity, (went.kind = 'RETURN') = (comes.kind = 'RETURN') into given, wrong_way
    from contracts.delivery_line l
    join contracts.delivery went on went.id = l.delivery
    join contracts.delivery comes on comes.id = new.delivery
   where l.id = new.returns_of;
  select sum(quantity) into taken from contracts.delivery_line where returns_of = new.returns_of;
  if wrong_way or taken > given then
    raise exception 'More of delivery line % comes back than there is', new.returns_of
      using errcode = 'DW002';
  end if;
  return null;
end $$;

create trigger returns_within_bounds after insert on contracts.delivery_line
  for each row when (new.returns_of is not null)
  execute function contracts.keep_returns_within_bounds();

-- A document that shows that a delivery arrived. A wrong one is withdrawn, never deleted.
create table contracts.proof (
  id               uuid primary key,
  delivery         uuid not null references contracts.delivery,
  kind             varchar(15) not null
    check (kind in ('SIGNED_NOTE', 'EWAY_BILL', 'ACCEPTANCE_MAIL', 'OTHER')),
  document         uuid not null,
  name             text not null,
  attached_by      text not null,
  attached_on      date not null,
  attached_at      timestamptz not null default clock_timestamp(),
  withdrawn_by     text,
  withdrawn_on     date,
  withdrawn_reason text,
  check ((withdrawn_on is null) = (withdrawn_by is null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index proof_delivery on contracts.proof (delivery);
create unique index proof_once on contracts.proof (delivery, document)
  where withdrawn_on is null;

create view contracts.v_delivery_line as
  select l.id, l.delivery, d.number as delivery_number, d.kind, d.contract, d.customer, l.position,
         l.item, l.description, d.delivered_on, l.quantity, l.returns_of,
         d.recorded_at
    from contracts.delivery_line l
    join contracts.delivery d on d.id = l.delivery;

-- What the customer kept, on a day, of every line that went out by then; zero if all came back.
create function contracts.v_kept_on(day date)
  returns table (delivery_line uuid, kept numeric) language sql stable as $$
  select l.id,
         l.quantity - coalesce((select sum(r.quantity)
                                  from contracts.delivery_line r
                                  join contracts.delivery rd on rd.id = r.delivery
                                 where r.returns_of = l.id and rd.delivered_on <= day), 0)
    from contracts.delivery_line l
    join contracts.delivery d on d.id = l.delivery
   where d.kind <> 'RETURN' and d.delivered_on <= day
$$;

create view contracts.v_proof as
  select p.id, p.delivery, p.kind, p.document, p.name, p.attached_by, p.attached_on, p.attached_at
    from contracts.proof p
   where p.withdrawn_on is null;
