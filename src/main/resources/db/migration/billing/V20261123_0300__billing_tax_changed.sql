-- An approved invoice goes back without a department's word if its tax changed meanwhile.
alter table billing.approval drop constraint approval_check1;
alter table billing.approval add constraint approval_department
  check (case verdict when 'APPROVED' then department is not null
                      when 'STRAIGHT' then department is null
                      else true end);
