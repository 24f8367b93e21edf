-- An invoice may bill a part of what was delivered: the rest becomes an item of its own, so that
-- each part is billed once.
alter table billing.billable_item add column part smallint not null default 1 check (part > 0);
alter table billing.billable_item drop constraint billable_item_delivery_line_key;
create unique index billable_item_part on billing.billable_item (delivery_line, part);

-- Why a line is billed that no delivery asks for.
alter table billing.invoice_line add column because text check (because <> '');
