-- How far each delivery line has come with all that was taken back or brought again of it:
-- what no submitted invoice bills yet, and whether any does.
create view billing.v_root as
  select b.root,
         coalesce(sum(b.quantity) filter (where i.id is null or i.status = 'DRAFT'), 0) as open,
         bool_or(i.id is not null and i.status <> 'DRAFT') as taken,
         bool_or(i.id is not null and i.issued_on is not null) as issued,
         max(i.prepared_on) as prepared_on
  from billing.billable_item b
  left join billing.billed_item x on x.billable_item = b.id and x.living
  left join billing.invoice_line l on l.id = x.line
  left join billing.invoice i on i.id = l.invoice
  group by b.root;

-- Which delivery lines an invoice bills, or billed before it was taken back.
create view billing.v_billed_root as
  select distinct l.invoice, b.root
  from billing.billed_item x
  join billing.invoice_line l on l.id = x.line
  join billing.billable_item b on b.id = x.billable_item;

-- Which delivery lines a delivery has to do with, be it the first, a return, or a redelivery.
create view billing.v_delivery_root as select distinct delivery, root from billing.billable_item;
create index billable_item_delivery on billing.billable_item (delivery);
