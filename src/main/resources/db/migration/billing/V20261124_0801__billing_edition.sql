-- How often the content of a draft was changed: whoever edits an older one is refused.
alter table billing.invoice add column edition integer not null default 0;
