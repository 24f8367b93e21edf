-- Whatever touches a customer touches one of these accounts: enough to find all of its entries.
create index posting_customer on ledger.posting (customer, entry)
  where account in ('RECEIVABLE', 'UNAPPLIED_CASH');
create index posting_unapplied_item on ledger.posting (item) where account = 'UNAPPLIED_CASH';
