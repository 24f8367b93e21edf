-- rows that nobody has decided upon or mended yet
create view exchange.v_quarantined as
  select q.import, q.row_number, q.conflict
  from exchange.quarantined_row q
  join exchange.import i on i.id = q.import
  where q.decision is null and not i.dry_run;
