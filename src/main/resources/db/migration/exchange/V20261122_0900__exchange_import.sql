create schema exchange;

-- every version of a mapping profile; the highest is the one in force
create table exchange.profile (
  name text not null,
  version int not null,
  content text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null,
  primary key (name, version)
);

create table exchange.import (
  id uuid primary key,
  kind text not null,
  profile text not null,
  profile_version int not null,
  date_order text,
  dry_run boolean not null,
  file_name text not null,
  file_bytes bigint not null,
  file_sha256 text not null,
  titles text not null default '[]',
  status text not null check (status in ('RUNNING', 'FINISHED', 'CANCELLED', 'REFUSED', 'FAILED')),
  refusal_code text,
  refusal text,
  -- rows of the file, known after the first look at it
  total_rows int,
  -- the last row whose chunk is in the books; work goes on behind it
  cursor_row int not null default 0,
  rows int not null default 0,
  accepted int not null default 0,
  duplicates int not null default 0,
  rejected int not null default 0,
  -- who works on it and until when nobody else may
  lease_owner text,
  lease_until timestamptz not null default '-infinity',
  attempts int not null default 0,
  cancelled_by text,
  requested_by text not null,
  requested_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
create index import_requested on exchange.import (requested_at desc);
create index import_running on exchange.import (lease_until) where status = 'RUNNING';

-- the uploaded file until it is done, so that any node can go on with it
create table exchange.file_part (
  import uuid not null references exchange.import,
  part int not null,
  bytes bytea not null,
  primary key (import, part)
);

create table exchange.import_total (
  import uuid not null references exchange.import,
  currency varchar(3) not null,
  count int not null,
  amount numeric(19, 4) not null,
  primary key (import, currency)
);

create table exchange.problem (
  id bigint generated always as identity primary key,
  import uuid not null references exchange.import,
  row_number int not null,
  field text,
  value text,
  code text not null,
  message text not null,
  severity text not null
);
create index problem_import on exchange.problem (import, row_number, id);

-- rows that were not taken, as they stood in the file
create table exchange.quarantined_row (
  import uuid not null references exchange.import,
  row_number int not null,
  cells text not null,
  -- a conflict as it was read, for whoever decides it
  reading text,
  conflict boolean not null,
  decision text check (decision in ('KEPT', 'CORRECTED', 'RESENT')),
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  primary key (import, row_number)
);

-- content that differs from the books and that a person has decided upon: not asked again
create table exchange.decided_content (
  number text not null,
  content text not null,
  import uuid not null references exchange.import,
  primary key (number, content)
);
