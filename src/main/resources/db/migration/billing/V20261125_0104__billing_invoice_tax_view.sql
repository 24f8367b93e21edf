-- The taxes of billing documents, and under TCS what is collected at source.
create view billing.v_invoice_tax as
  select t.invoice, t.component, t.rate, t.amount from billing.invoice_tax t;
