-- A run ends with its report whatever it leaves out: quantity times price may have 26 digits.
alter table billing.run_left_out alter column value type numeric(32, 4);
