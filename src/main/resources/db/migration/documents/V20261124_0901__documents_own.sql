-- What Dunwell made itself, told from what somebody uploaded under the same subject: only its own
-- invoice goes to the customer. Until now its own copies are known by the name they are filed under.
alter table documents.document add column own boolean not null default false;
update documents.document set own = true
 where subject_type = 'invoice' and name = replace(subject, '/', '-') || '.pdf';
