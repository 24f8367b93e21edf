-- Taxes at source: what the seller collects is among the taxes, what the buyer may deduct is noted.
create table billing.invoice_withholding (
  invoice  uuid not null references billing.invoice,
  position smallint not null,
  code     text not null,
  kind     text not null check (kind in ('TCS', 'TDS')),
  law      text not null,
  rate     numeric(9, 4) not null,
  value    numeric(19, 4) not null,
  base     numeric(19, 4) not null,
  amount   numeric(19, 4) not null,
  primary key (invoice, position)
);

create trigger withholding_is_kept before update or delete on billing.invoice_withholding
  for each row execute function billing.keep_issued_line();

-- What is agreed with a customer about a tax at source, in place of what the tables say.
create table billing.withholding_choice (
  id          uuid          not null primary key,
  customer    uuid          not null,
  contract    uuid,
  code        text          not null check (code <> ''),
  applies     boolean       not null,
  rate        numeric(7, 4) check (rate >= 0),
  reason      text          not null check (reason <> ''),
  valid_from  date          not null,
  recorded_by text          not null,
  recorded_at timestamptz   not null default clock_timestamp()
);
create index withholding_choice_customer on billing.withholding_choice (customer, code);
create trigger only_grows before update or delete or truncate on billing.withholding_choice
  for each statement execute function billing.refuse_change();
