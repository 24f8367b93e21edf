-- Receipt vouchers get a schema of their own. Rows, keys, triggers and grants come along.
create schema advances;
alter table billing.receipt_voucher set schema advances;
