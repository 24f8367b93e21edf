-- The register is to be read whatever is in it: quantity times price may have 26 digits.
drop view billing.v_register_line;
alter table billing.register_line
  alter column value type numeric(32, 4),
  alter column po_used type numeric(32, 4);
alter table billing.register_sum alter column value type numeric(32, 4);

create view billing.v_register_line as
  select l.*, g.as_of, c.number as customer_number, c.name as customer_name
    from billing.register_line l
    join billing.register g on g.id = l.register
    join party.v_customer c on c.id = l.customer;
