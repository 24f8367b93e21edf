-- A run is noted when it is asked for and worked in the background; one at a time for each day.
alter table billing.run add column finished_at timestamptz;
update billing.run set finished_at = recorded_at;
create unique index run_going_on on billing.run (up_to) where finished_at is null;
