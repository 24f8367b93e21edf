create schema billing;

create function billing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% only grows: % is refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'DW001';
end $$;

-- An invoice, credit note, debit note or advance, on its way from draft to issued.
create table billing.invoice (
  id               uuid primary key,
  kind             text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'ADVANCE')),
  status           text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED',
                                                   'ISSUED', 'CANCELLED', 'WITHDRAWN')),
  customer         uuid not null,
  contract         uuid,
  contract_number  text,
  contract_version integer,
  currency         varchar(3) not null,
  terms            text not null,
  po_number        text,
  tax_scheme       text not null,
  place_of_supply  text,
  supply           text not null,
  remark           text,
  original         uuid references billing.invoice,
  reason           text,
  net              numeric(19, 4) not null,
  tax              numeric(19, 4) not null,
  round_off        numeric(19, 4) not null,
  total            numeric(19, 4) not null check (total = net + tax + round_off),
  set_off          numeric(19, 4) not null default 0 check (set_off between 0 and total),
  tax_notes        text not null default '',
  prepared_by      text not null,
  prepared_on      date not null,
  revised_by       text,
  run              uuid,
  revision         integer not null default 0,
  version_hash     varchar(64),
  submitted_on     date,
  number           text unique,
  issued_on        date,
  issued_by        text,
  due_on           date,
  document         uuid,
  letter           uuid,
  ended_on         date,
  ended_because    text,
  ended_by         text,
  version          integer not null default 0,
  check ((status in ('ISSUED', 'CANCELLED')) = (number is not null)),
  check ((number is null) = (issued_on is null)),
  check ((status in ('CANCELLED', 'WITHDRAWN')) = (ended_because is not null)),
  check ((kind in ('CREDIT_NOTE', 'DEBIT_NOTE')) = (original is not null))
);
create index invoice_customer on billing.invoice (customer);
create index invoice_contract on billing.invoice (contract) where contract is not null;
create index invoice_status on billing.invoice (status) where status not in ('ISSUED', 'WITHDRAWN');
create index invoice_issued on billing.invoice (issued_on desc, id) where issued_on is not null;
create index invoice_original on billing.invoice (original) where original is not null;
create index invoice_po on billing.invoice (po_number) where po_number is not null;

create table billing.invoice_line (
  id                    uuid primary key,
  invoice               uuid not null references billing.invoice,
  position              smallint not null,
  item                  text not null,
  description           text not null,
  unit                  text not null,
  quantity              numeric(19, 6) not null check (quantity > 0),
  unit_price            numeric(19, 6) not null,
  discount_percent      numeric(7, 4) not null check (discount_percent between 0 and 100),
  net                   numeric(19, 4) not null,
  tax_code              text not null,
  service               boolean not null,
  treatment             text not null,
  contract_unit_price   numeric(19, 6),
  contract_discount_percent numeric(7, 4),
  contract_net          numeric(19, 4),
  delivery_number       text,
  delivered_on          date,
  original_line         uuid references billing.invoice_line
);
create index invoice_line_invoice on billing.invoice_line (invoice);

create table billing.line_tax (
  line      uuid not null references billing.invoice_line,
  position  smallint not null,
  component text not null,
  rate      numeric(9, 4) not null,
  amount    numeric(19, 4) not null,
  primary key (line, position)
);

create table billing.invoice_tax (
  invoice   uuid not null references billing.invoice,
  position  smallint not null,
  component text not null,
  rate      numeric(9, 4) not null,
  amount    numeric(19, 4) not null,
  primary key (invoice, position)
);

-- What is issued stays as it was issued; only what is known about it afterwards is added.
create function billing.keep_issued() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'An invoice is never deleted';
  end if;
  if old.number is not null
     and row(new.kind, new.customer, new.contract, new.currency, new.terms, new.po_number,
             new.tax_scheme, new.place_of_supply, new.supply, new.remark, new.original, new.net,
             new.tax, new.round_off, new.total, new.set_off, new.number, new.issued_on, new.due_on,
             new.prepared_by)
         is distinct from
         row(old.kind, old.customer, old.contract, old.currency, old.terms, old.po_number,
             old.tax_scheme, old.place_of_supply, old.supply, old.remark, old.original, old.net,
             old.tax, old.round_off, old.total, old.set_off, old.number, old.issued_on, old.due_on,
             old.prepared_by) then
    raise exception 'An issued invoice does not change' using errcode = 'DW001';
  end if;
  return new;
end $$;

create trigger invoice_is_kept before update or delete on billing.invoice
  for each row execute function billing.keep_issued();

create function billing.keep_issued_line() returns trigger language plpgsql as $$
begin
  if exists (select 1 from billing.invoice
              where id = coalesce(old.invoice, new.invoice) and number is not null) then
    raise exception 'An issued invoice does not change' using errcode = 'DW001';
  end if;
  return coalesce(new, old);
end $$;

create trigger line_is_kept before update or delete on billing.invoice_line
  for each row execute function billing.keep_issued_line();

-- What approvers saw: every version that was submitted, for ever.
create table billing.invoice_version (
  invoice     uuid not null references billing.invoice,
  revision    integer not null,
  hash        varchar(64) not null,
  snapshot    text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (invoice, revision)
);
create trigger only_grows before update or delete or truncate on billing.invoice_version
  for each statement execute function billing.refuse_change();

-- Which departments have to approve, and why.
create table billing.requirement (
  invoice    uuid not null references billing.invoice,
  department text not null check (department in ('SALES', 'OPERATIONS', 'ACCOUNTS',
                                                 'SECOND_ACCOUNTS', 'MANAGEMENT')),
  because    text not null,
  primary key (invoice, department)
);

-- Who said what about which version: the evidence, which outlives the engine's history.
create table billing.approval (
  id           uuid primary key,
  invoice      uuid not null references billing.invoice,
  revision     integer not null,
  version_hash varchar(64) not null,
  department   text,
  verdict      text not null check (verdict in ('APPROVED', 'RETURNED', 'STRAIGHT')),
  decided_by   text not null,
  decided_on   date not null,
  reason       text,
  lines        text,
  recorded_at  timestamptz not null default clock_timestamp(),
  check (verdict = 'APPROVED' or reason is not null),
  check ((verdict = 'STRAIGHT') = (department is null))
);
create index approval_invoice on billing.approval (invoice);
create unique index approval_once on billing.approval (invoice, revision, department)
  where verdict = 'APPROVED';
create unique index approval_one_department_each on billing.approval (invoice, revision, decided_by)
  where verdict = 'APPROVED';
create trigger only_grows before update or delete or truncate on billing.approval
  for each statement execute function billing.refuse_change();

-- Numbers: one series for each kind of document and fiscal year, without gaps.
create table billing.number_series (
  kind    text primary key check (kind in ('INVOICE', 'CREDIT_NOTE', 'DEBIT_NOTE', 'ADVANCE')),
  pattern text not null
);
insert into billing.number_series (kind, pattern) values
  ('INVOICE', 'INV/{fy}/{seq:6}'),
  ('CREDIT_NOTE', 'CN/{fy}/{seq:6}'),
  ('DEBIT_NOTE', 'DN/{fy}/{seq:6}'),
  ('ADVANCE', 'AD/{fy}/{seq:6}');

create table billing.series_year (
  kind        text not null references billing.number_series,
  fiscal_year smallint not null,
  last_number integer not null check (last_number >= 0),
  primary key (kind, fiscal_year)
);

create table billing.used_number (
  number      text primary key check (number ~ '^[A-Za-z0-9/-]{1,16}$'),
  kind        text not null references billing.number_series,
  fiscal_year smallint not null,
  seq         integer not null check (seq > 0),
  invoice     uuid not null unique,
  used_on     date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  unique (kind, fiscal_year, seq)
);
create trigger only_grows before update or delete or truncate on billing.used_number
  for each statement execute function billing.refuse_change();

create table billing.cancelled_number (
  number       text primary key references billing.used_number,
  reason       text not null check (reason <> ''),
  cancelled_on date not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  recorded_by  text not null
);
create trigger only_grows before update or delete or truncate on billing.cancelled_number
  for each statement execute function billing.refuse_change();
