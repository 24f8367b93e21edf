create schema replay;

-- Replays are known to the live books only; each one's figures lie in a database of its own.
create table replay.replay (
  id text primary key check (id ~ '^[a-z0-9]{6,20}$'),
  status text not null check (status in ('RUNNING', 'FINISHED', 'STOPPED', 'FAILED')),
  file_name text not null,
  profile text not null,
  policy text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  people text not null check (people in ('ANSWER', 'LEAVE')),
  day_on date,
  rows_read integer not null,
  rows_rejected integer not null,
  stop_requested boolean not null default false,
  message text,
  report text,
  requested_by text not null,
  requested_at timestamptz not null default clock_timestamp(),
  heartbeat_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
