-- What is owed, without its documents: sums over everything are read from an index alone.
create index open_item_due on receivables.open_item (currency, due_on) include (open)
  where open <> 0;

create view receivables.v_open_amount as
  select id, customer, currency, due_on, open from receivables.open_item where open <> 0;
