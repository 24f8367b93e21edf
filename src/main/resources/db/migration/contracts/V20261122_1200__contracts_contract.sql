create schema contracts;

create function contracts.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'DW001', hint = 'Agree on another version, or take the delivery back.';
end $$;

-- What never changes about a contract; everything else is in its versions.
create table contracts.contract (
  id         uuid primary key,
  number     text not null unique check (number <> ''),
  customer   uuid not null,
  currency   varchar(3) not null check (length(currency) = 3),
  lock_version integer not null default 0
);
create index contract_customer on contracts.contract (customer);

-- What was agreed: the first version and its amendments, each of them whole.
create table contracts.agreement (
  id              uuid primary key,
  contract        uuid not null references contracts.contract,
  number          integer not null check (number > 0),
  effective_on    date not null,
  reason          text not null check (reason <> ''),
  agreed_by       text not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  title           text not null check (title <> ''),
  valid_from      date not null,
  valid_until     date check (valid_until >= valid_from),
  billing_rule    varchar(12) not null
    check (billing_rule in ('PER_DELIVERY', 'MONTHLY', 'MILESTONE', 'ADVANCE')),
  payment_terms   text not null,
  po_number       text check (po_number <> ''),
  po_cap          numeric(19, 4) check (po_cap > 0),
  po_until        date,
  owner           text not null check (owner <> ''),
  place_of_supply text not null,
  tax_scheme      text not null,
  proof_required  boolean not null,
  advance         numeric(19, 4) check (advance > 0),
  unique (contract, number),
  check (po_number is not null or (po_cap is null and po_until is null))
);

create table contracts.price_line (
  row_id             uuid primary key,
  agreement          uuid not null references contracts.agreement,
  position           integer not null,
  id                 uuid not null,
  item               text not null check (item <> ''),
  description        text not null,
  unit               text not null check (unit <> ''),
  valid_from         date not null,
  valid_until        date check (valid_until >= valid_from),
  slab_rule          varchar(9) not null check (slab_rule in ('WHOLE', 'GRADUATED')),
  discount_percent   numeric(7, 4) not null check (discount_percent between 0 and 100),
  minimum_commitment numeric(19, 4) check (minimum_commitment > 0),
  tax_code           text not null,
  service            boolean not null,
  unique (agreement, id)
);
create index price_line_item on contracts.price_line (agreement, item, valid_from);

create table contracts.price_slab (
  price_line    uuid not null references contracts.price_line,
  from_quantity numeric(19, 6) not null check (from_quantity >= 0),
  unit_price    numeric(19, 6) not null check (unit_price >= 0),
  primary key (price_line, from_quantity)
);

create trigger only_grows before update or delete or truncate on contracts.agreement
  for each statement execute function contracts.refuse_change();
create trigger only_grows before update or delete or truncate on contracts.price_line
  for each statement execute function contracts.refuse_change();
create trigger only_grows before update or delete or truncate on contracts.price_slab
  for each statement execute function contracts.refuse_change();

-- Every version with the days on which it is in force: from its own day until a later version's.
create view contracts.v_contract_version as
  select c.id, c.number, c.customer, c.currency, a.id as agreement, a.number as version,
         a.effective_on,
         case when a.number = 1 then '-infinity'::date else a.effective_on end as in_force_from,
         min(a.effective_on) over later as in_force_until,
         a.title, a.billing_rule, a.payment_terms, a.owner, a.valid_from, a.valid_until,
         a.po_number, a.po_cap, a.po_until, a.place_of_supply, a.tax_scheme, a.proof_required,
         a.advance
    from contracts.contract c
    join contracts.agreement a on a.contract = c.id
  window later as (partition by a.contract order by a.number
                   rows between 1 following and unbounded following);

-- The contracts as they are in force on a day.
create function contracts.v_contract_on(day date) returns setof contracts.v_contract_version
  language sql stable as $$
  select v.* from contracts.v_contract_version v
   where v.in_force_from <= day and (v.in_force_until is null or day < v.in_force_until)
$$;

-- The contracts as last agreed, even if that is in force on a later day only.
create view contracts.v_contract as
  select distinct on (a.contract)
         c.id, c.number, c.customer, c.currency, a.number as version, a.title, a.billing_rule,
         a.owner, a.valid_from, a.valid_until, a.po_number, a.po_cap, a.po_until,
         a.proof_required, a.place_of_supply, a.tax_scheme
    from contracts.contract c
    join contracts.agreement a on a.contract = c.id
   order by a.contract, a.number desc;
