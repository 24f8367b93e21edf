-- Postings without when and why they were recorded. v_posting asks the entry for that, and even a
-- query that does not want to know pays: it has to visit the table where an index has it all.
create view ledger.v_amount as
  select account, customer, item, amount, currency, effective_on from ledger.posting;
