-- Numbers get a schema of their own. Rows, keys, triggers and grants on the tables come along.
create schema numbering;
alter table billing.number_series set schema numbering;
alter table billing.series_year set schema numbering;
alter table billing.used_number set schema numbering;
alter table billing.cancelled_number set schema numbering;
