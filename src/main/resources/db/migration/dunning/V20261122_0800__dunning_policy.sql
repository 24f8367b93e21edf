create schema if not exists dunning;

-- Policies are versioned: a row is never changed. The newest version that is effective on a day rules it.
create table dunning.policy_version (
  id           uuid        not null primary key,
  name         text        not null,
  version      integer     not null check (version > 0),
  effective_on date        not null,
  definition   text        not null,
  recorded_by  text        not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  unique (name, version)
);

-- Whose policy: the company's (no subject), a customer's, an invoice's. The newest effective row counts.
create table dunning.policy_assignment (
  id           uuid        not null primary key,
  scope        text        not null check (scope in ('COMPANY', 'CUSTOMER', 'INVOICE')),
  subject      uuid        check ((subject is null) = (scope = 'COMPANY')),
  policy       text        check (policy is not null or scope <> 'COMPANY'),
  effective_on date        not null,
  recorded_by  text        not null,
  recorded_at  timestamptz not null default clock_timestamp()
);
create index policy_assignment_subject on dunning.policy_assignment (subject, effective_on desc);

insert into dunning.policy_version (id, name, version, effective_on, recorded_by, definition)
values ('01936f00-0000-7000-8000-000000000001', 'standard', 1, '1900-01-01', 'system', '{
  "minimumInterval": 5,
  "levels": [
    {"level": 1, "stage": "REMINDER", "threshold": 3, "channel": "EMAIL", "template": "reminder"},
    {"level": 2, "stage": "SECOND_REMINDER", "threshold": 10, "channel": "EMAIL", "template": "second-reminder"},
    {"level": 3, "stage": "CALL", "threshold": 17, "channel": "CALL"},
    {"level": 4, "stage": "FINAL_NOTICE", "threshold": 30, "channel": "EMAIL", "template": "final-notice"},
    {"level": 5, "stage": "MANAGEMENT_ESCALATION", "threshold": 45, "channel": "EMAIL", "template": "management-escalation"},
    {"level": 6, "stage": "LEGAL_REFERRAL", "threshold": 60, "channel": "EMAIL", "template": "legal-referral"}
  ]
}');
insert into dunning.policy_assignment (id, scope, policy, effective_on, recorded_by)
values ('01936f00-0000-7000-8000-000000000002', 'COMPANY', 'standard', '1900-01-01', 'system');
