-- The unbilled register as it was computed: derived, and rebuilt whenever it is gone. That is why
-- nothing here is logged: after a crash all of it is empty at once, and computed again.

-- Which registers are kept: whole, or only each contract's sum, as of a day, looking only at
-- invoices dated on or after another.
create unlogged table billing.register (
  id        uuid primary key,
  as_of     date not null,
  since     date not null,
  summed    boolean not null,
  used_at   timestamptz not null default clock_timestamp(),
  unique (as_of, since, summed)
);

create unlogged table billing.register_line (
  register        uuid not null,
  contract        uuid not null,
  root            uuid not null,
  delivery        uuid not null,
  delivery_number text not null,
  delivered_on    date not null,
  item            text not null,
  customer        uuid not null,
  contract_number text not null,
  owner           text not null,
  currency        varchar(3) not null,
  quantity        numeric(19, 6) not null,
  value           numeric(19, 4),
  cause           text not null,
  billing_on      text,
  po_number       text,
  po_cap          numeric(19, 4),
  po_until        date,
  po_used         numeric(19, 4)
);
create index register_line_contract on billing.register_line (register, contract);

create unlogged table billing.register_sum (
  register uuid not null,
  contract uuid not null,
  currency varchar(3) not null,
  count    integer not null,
  value    numeric(19, 4) not null,
  primary key (register, contract)
);

-- The contracts of a register that have to be computed again.
create unlogged table billing.register_due (
  register uuid not null,
  contract uuid not null,
  primary key (register, contract)
);

-- Contracts about which something changed since registers were last looked at, and from which day
-- on that shows in sums. Whoever changes it notes it in the same transaction.
create unlogged table billing.register_stale (
  contract uuid not null,
  since    date not null
);

create view billing.v_register_line as
  select l.*, g.as_of, c.number as customer_number, c.name as customer_name
    from billing.register_line l
    join billing.register g on g.id = l.register
    join party.v_customer c on c.id = l.customer;

-- What a purchase order has room for, taken greedily in the order of the rows: what does not fit is
-- passed over, and what comes later may still fit.
create function billing.take_within(used numeric, value numeric, cap numeric, before numeric)
  returns numeric language sql immutable parallel safe as $$
  select case when coalesce(used, before) + value <= cap then coalesce(used, before) + value
              else coalesce(used, before) end
$$;
create aggregate billing.taken_within(value numeric, cap numeric, before numeric) (
  sfunc = billing.take_within, stype = numeric, parallel = safe);

create function billing.note_items() returns trigger language plpgsql as $$
begin
  insert into billing.register_stale (contract, since)
    select contract, min(delivered_on) from changed group by contract;
  return null;
end $$;
create trigger register_hears_new after insert on billing.billable_item
  referencing new table as changed for each statement execute function billing.note_items();
create trigger register_hears_changed after update on billing.billable_item
  referencing new table as changed for each statement execute function billing.note_items();

create function billing.note_billed() returns trigger language plpgsql as $$
begin
  insert into billing.register_stale (contract, since)
    select b.contract, min(coalesce(least(i.prepared_on, i.issued_on), b.delivered_on))
      from changed x
      join billing.billable_item b on b.id = x.billable_item
      left join billing.invoice_line l on l.id = x.line
      left join billing.invoice i on i.id = l.invoice
     group by b.contract;
  return null;
end $$;
create trigger register_hears_new after insert on billing.billed_item
  referencing new table as changed for each statement execute function billing.note_billed();
create trigger register_hears_changed after update on billing.billed_item
  referencing new table as changed for each statement execute function billing.note_billed();
create trigger register_hears_gone after delete on billing.billed_item
  referencing old table as changed for each statement execute function billing.note_billed();

create function billing.note_invoice() returns trigger language plpgsql as $$
begin
  insert into billing.register_stale (contract, since)
    select distinct c.contract, least(new.prepared_on, new.issued_on)
      from (select new.contract
            union all
            select b.contract from billing.invoice_line l
              join billing.billed_item x on x.line = l.id
              join billing.billable_item b on b.id = x.billable_item
             where l.invoice = new.id) c
     where c.contract is not null;
  return null;
end $$;
-- An order's room is taken by what is on its way, too.
create trigger register_hears_new after insert on billing.invoice
  for each row when (new.po_number is not null) execute function billing.note_invoice();
create trigger register_hears_changed after update on billing.invoice
  for each row when (row(new.status, new.number, new.issued_on, new.ended_on, new.contract,
                         new.prepared_on)
                       is distinct from row(old.status, old.number, old.issued_on, old.ended_on,
                                            old.contract, old.prepared_on)
                     or (coalesce(new.po_number, old.po_number) is not null
                         and row(new.net, new.po_number) is distinct from
                             row(old.net, old.po_number)))
  execute function billing.note_invoice();

create index billable_item_milestone on billing.billable_item (contract, delivered_on)
  where kind = 'MILESTONE';

-- What has no number yet: the drafts and what is being approved.
create index invoice_unnumbered on billing.invoice (id) where number is null;
