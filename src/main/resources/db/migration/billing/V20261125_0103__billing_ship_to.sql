-- A delivery that says where the invoice's goods went; null if to the address that is billed.
alter table billing.invoice add column ship_to uuid;
