-- The contracts on which something was billed in advance: few, and asked for with every invoice.
create index invoice_advance on billing.invoice (contract)
  where kind = 'ADVANCE' and status = 'ISSUED';

-- What each run made.
create index invoice_run on billing.invoice (run) where run is not null;

-- The order in which lists show invoices.
create index invoice_listed on billing.invoice
  (coalesce(issued_on, prepared_on) desc nulls last, id desc);
