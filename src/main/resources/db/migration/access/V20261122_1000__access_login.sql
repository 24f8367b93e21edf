create schema access;

-- wrong passwords in a row, for all nodes; by the wall clock
create table access.failed_login (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table access.token (
  id uuid primary key,
  person text not null,
  label text not null,
  -- SHA-256 of the secret, which nobody keeps
  hash bytea not null unique,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index token_person on access.token (person);
