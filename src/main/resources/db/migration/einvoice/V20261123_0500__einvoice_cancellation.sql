-- a registration may be cancelled at the portal within its time limit; nothing else of it changes
alter table einvoice.registration
  add column attempts         integer     not null default 0,
  add column tried_at         timestamptz,
  add column printed_at       timestamptz,
  add column cancelled_at     timestamp,
  add column cancelled_by     text,
  add column cancel_reason    text check (cancel_reason in ('1', '2', '3', '4')),
  add column cancel_remark    text;

do $$
declare
  outdated text;
begin
  for outdated in
    select conname from pg_constraint
     where conrelid = 'einvoice.registration'::regclass and contype = 'c'
       and pg_get_constraintdef(oid) like '%state%'
  loop
    execute format('alter table einvoice.registration drop constraint %I', outdated);
  end loop;
end $$;

alter table einvoice.registration
  add check (state in ('PENDING', 'REGISTERED', 'REFUSED', 'CANCELLED')),
  add check ((state in ('REGISTERED', 'CANCELLED'))
             = (signed_invoice is not null and signed_qr_code is not null
                and ack_number is not null and ack_at is not null)),
  add check ((state = 'REFUSED') = (refusal is not null)),
  add check ((state = 'CANCELLED')
             = (cancelled_at is not null and cancelled_by is not null and cancel_reason is not null
                and cancel_remark is not null));

drop trigger registered_stays on einvoice.registration;

-- what was registered before this was printed in the same act
update einvoice.registration set printed_at = answered_at where state = 'REGISTERED';

create or replace function einvoice.registered_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'REGISTERED' and new.state in ('REGISTERED', 'CANCELLED')
     and (new.document, new.number, new.irn, new.payload, new.ack_number, new.ack_at,
          new.signed_invoice, new.signed_qr_code)
         is not distinct from
         (old.document, old.number, old.irn, old.payload, old.ack_number, old.ack_at,
          old.signed_invoice, old.signed_qr_code) then
    return new;
  end if;
  raise exception 'What is registered at the portal is never changed' using errcode = 'P0001';
end $$;

create trigger registered_stays before update or delete on einvoice.registration
  for each row when (old.state in ('REGISTERED', 'CANCELLED'))
  execute function einvoice.registered_stays();

create index registration_unprinted on einvoice.registration (answered_at)
  where state = 'REGISTERED' and printed_at is null;
