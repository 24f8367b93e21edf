-- A run may have to leave out the advance of a contract, which is about no delivery.
alter table billing.run_left_out
  alter column delivery_number drop not null,
  alter column item drop not null,
  alter column delivered_on drop not null,
  alter column quantity drop not null;
