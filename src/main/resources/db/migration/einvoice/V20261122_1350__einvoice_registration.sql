create schema einvoice;

create table einvoice.registration (
  document       uuid        not null primary key,
  number         text        not null,
  irn            text        not null check (irn ~ '^[0-9a-f]{64}$'),
  payload        text        not null,
  state          text        not null check (state in ('PENDING', 'REGISTERED', 'REFUSED')),
  ack_number     text,
  ack_at         timestamp,
  signed_invoice text,
  signed_qr_code text,
  refusal        text,
  prepared_at    timestamptz not null default clock_timestamp(),
  answered_at    timestamptz,
  check ((state = 'REGISTERED') = (signed_invoice is not null)),
  check ((state = 'REGISTERED') = (signed_qr_code is not null)),
  check ((state = 'REGISTERED') = (ack_number is not null and ack_at is not null)),
  check ((state = 'REFUSED') = (refusal is not null))
);
create unique index registration_irn on einvoice.registration (irn) where state = 'REGISTERED';
create index registration_pending on einvoice.registration (prepared_at) where state = 'PENDING';

create function einvoice.registered_stays() returns trigger language plpgsql as $$
begin
  raise exception 'What is registered at the portal is never changed' using errcode = 'P0001';
end $$;

create trigger registered_stays before update or delete on einvoice.registration
  for each row when (old.state = 'REGISTERED') execute function einvoice.registered_stays();
