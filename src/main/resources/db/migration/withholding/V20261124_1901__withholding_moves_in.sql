-- Taxes at source get a schema of their own. Rows, keys, triggers and grants come along.
create schema withholding;
alter table billing.invoice_withholding set schema withholding;
alter table billing.withholding_choice set schema withholding;
