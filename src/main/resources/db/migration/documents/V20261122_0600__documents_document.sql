create schema documents;

-- The bytes, once per content; the hash outlives them.
create table documents.content (
  sha256     bytea primary key check (octet_length(sha256) = 32),
  size       bigint not null,
  media_type text not null,
  bytes      bytea,
  stored_at  timestamptz not null default clock_timestamp(),
  check (bytes is null or octet_length(bytes) = size)
);
alter table documents.content alter column bytes set storage external;

-- What somebody filed: a content under a name, as a proof of something.
create table documents.document (
  id           uuid primary key,
  sha256       bytea not null references documents.content,
  name         text not null,
  subject_type text,
  subject      text,
  retain_until date not null,
  legal_hold   boolean not null default false,
  stored_by    text not null,
  stored_at    timestamptz not null default clock_timestamp(),
  check ((subject_type is null) = (subject is null))
);
create index document_subject on documents.document (subject_type, subject);
create index document_content on documents.document (sha256);
create index document_retention on documents.document (retain_until);

create function documents.keep_content() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'The hash of a document is kept for ever';
  end if;
  if new.bytes is not null and new.bytes is distinct from old.bytes and old.bytes is not null
     or new.sha256 <> old.sha256 or new.size <> old.size then
    raise exception 'A stored document does not change';
  end if;
  return new;
end $$;

create trigger content_is_kept before update or delete on documents.content
  for each row execute function documents.keep_content();
