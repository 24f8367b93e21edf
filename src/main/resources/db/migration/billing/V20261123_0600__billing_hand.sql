-- Everybody who changed what an invoice says: none of them approves it, however many came after.
create table billing.hand (
  invoice     uuid not null references billing.invoice,
  person      text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (invoice, person)
);
create trigger only_grows before update or delete or truncate on billing.hand
  for each statement execute function billing.refuse_change();
insert into billing.hand (invoice, person)
  select id, revised_by from billing.invoice where revised_by is not null;
