-- Approvals get a schema of their own. Rows, keys, triggers and grants on the tables come along.
create schema approval;
alter table billing.invoice_version set schema approval;
alter table billing.requirement set schema approval;
alter table billing.approval set schema approval;
alter table approval.approval rename to verdict;
alter table billing.hand set schema approval;
alter view billing.v_approval set schema approval;
alter view approval.v_approval rename to v_verdict;
