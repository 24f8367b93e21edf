create schema if not exists workflow;

-- how far the business date is ahead of the wall clock, and which day's turn was done last
create table workflow.business_day (
  only_one boolean primary key default true check (only_one),
  offset_days integer not null default 0,
  turned_on date not null
);
