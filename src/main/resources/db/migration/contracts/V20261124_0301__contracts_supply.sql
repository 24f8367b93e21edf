-- What the law sees in what is supplied; null where it follows from customer and place.
alter table contracts.agreement add column supply text check (supply <> '');
