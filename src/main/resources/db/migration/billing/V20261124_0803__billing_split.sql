-- The draft that another was split off: approvers are asked by what all its parts come to.
alter table billing.invoice add column split_from uuid references billing.invoice;
create index invoice_split_from on billing.invoice (split_from) where split_from is not null;

-- What else was split off the same draft, and lives.
create view billing.v_other_part as
  select p.id as invoice, v.id as other, v.total
    from billing.invoice p
    join billing.invoice v
      on (v.id = coalesce(p.split_from, p.id) or v.split_from = coalesce(p.split_from, p.id))
     and v.id <> p.id and v.status not in ('WITHDRAWN', 'CANCELLED');
