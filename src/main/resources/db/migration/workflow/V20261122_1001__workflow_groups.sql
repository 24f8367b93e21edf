-- the groups of Dunwell's people; workflow.Group names the same ones
insert into act_id_group (id_, rev_, name_, type_) values
  ('billing', 1, 'Billing', 'WORKFLOW'),
  ('sales', 1, 'Sales', 'WORKFLOW'),
  ('operations', 1, 'Operations', 'WORKFLOW'),
  ('accounts', 1, 'Accounts', 'WORKFLOW'),
  ('collector', 1, 'Collectors', 'WORKFLOW'),
  ('manager', 1, 'Collections management', 'WORKFLOW'),
  ('legal', 1, 'Legal', 'WORKFLOW'),
  ('auditor', 1, 'Auditors', 'WORKFLOW'),
  ('admin', 1, 'Administrators', 'WORKFLOW');

-- Camunda's web applications let whoever comes first create an administrator as long as this group
-- is empty. Its only member has no password and cannot log in.
insert into act_id_group (id_, rev_, name_, type_) values
  ('camunda-admin', 1, 'Closed', 'SYSTEM');
insert into act_id_user (id_, rev_, first_, last_) values
  ('setup-closed', 1, 'Setup is closed', '');
insert into act_id_membership (user_id_, group_id_) values
  ('setup-closed', 'camunda-admin');
