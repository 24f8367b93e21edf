-- what other modules may read of the acts, for example the history of an invoice
create view audit.v_act as
  select seq, recorded_at, recorded_by, business_on, act, subject_type, subject, details
  from audit.act;
