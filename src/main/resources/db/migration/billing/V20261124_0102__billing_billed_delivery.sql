-- Which deliveries the lines of an invoice bill, or billed before it was taken back.
create view billing.v_billed_delivery as
  select l.invoice, b.line, i.delivery, i.delivery_line, i.contract, i.quantity, b.living
  from billing.billed_item b
  join billing.invoice_line l on l.id = b.line
  join billing.billable_item i on i.id = b.billable_item;
