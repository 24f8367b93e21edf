-- Submissions of all drafts of a run: worked in chunks, by whichever node is free.
create table billing.submission (
  id         uuid primary key,
  run        uuid not null references billing.run,
  started_by text not null,
  started_at timestamptz not null default clock_timestamp()
);
create index submission_run on billing.submission (run, started_at desc);

create table billing.submission_chunk (
  submission uuid not null references billing.submission,
  no         integer not null,
  done_at    timestamptz,
  primary key (submission, no)
);

-- What became of each draft; none of the outcomes means that it waits for its turn.
create table billing.submission_draft (
  submission uuid not null references billing.submission,
  invoice    uuid not null references billing.invoice,
  chunk      integer not null,
  outcome    text check (outcome in ('SUBMITTED', 'REFUSED', 'FAILED')),
  why        text,
  primary key (submission, invoice),
  foreign key (submission, chunk) references billing.submission_chunk,
  check ((outcome is null or outcome = 'SUBMITTED') = (why is null))
);
create index submission_draft_chunk on billing.submission_draft (submission, chunk);
