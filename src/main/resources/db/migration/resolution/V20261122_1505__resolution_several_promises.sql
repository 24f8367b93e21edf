-- Promises about different invoices, or about different sums of an account, stand side by side.
drop index resolution.promise_open;
create index promise_open on resolution.promise (customer, currency) where state = 'OPEN';
