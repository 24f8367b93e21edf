-- Spring Session's own layout, under our names
create table access.session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index session_id on access.session (session_id);
create index session_expiry on access.session (expiry_time);
create index session_principal on access.session (principal_name);

create table access.session_attributes (
  session_primary_id char(36) not null references access.session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
