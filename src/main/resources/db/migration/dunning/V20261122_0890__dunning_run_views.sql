-- what pages and reports read of the daily runs
create view dunning.v_run as
  select r.id, r.run_on, r.dry_run, r.status, r.candidates, r.cases_closed, r.started_by,
         r.started_at, r.finished_at, a.acted, a.skipped, a.failed
  from dunning.run r
  cross join lateral (
    select count(*) filter (where outcome = 'ACTED')::integer as acted,
           count(*) filter (where outcome = 'SKIPPED')::integer as skipped,
           count(*) filter (where outcome = 'FAILED')::integer as failed
    from dunning.run_account where run = r.id) a;

create view dunning.v_run_account as
  select run, customer, currency, outcome, code, sentence, stage, step, notice
  from dunning.run_account;
