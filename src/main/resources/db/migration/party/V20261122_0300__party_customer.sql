create schema party;

create table party.customer (
  id uuid primary key,
  number text not null unique check (number <> ''),
  name text not null check (name <> ''),
  language text not null,
  currency varchar(3) not null check (length(currency) = 3),
  country varchar(2) not null check (length(country) = 2),
  collector text,
  terms text not null,
  registered_at timestamptz not null default clock_timestamp(),
  version integer not null default 0
);

create index customer_collector on party.customer (collector) where collector is not null;

create table party.contact (
  customer uuid not null references party.customer,
  position smallint not null,
  role text not null
    check (role in ('ACCOUNTS_PAYABLE', 'MANAGEMENT', 'LEGAL', 'SALES', 'OTHER')),
  name text not null,
  email text,
  phone text,
  language text,
  primary key (customer, position)
);

create table party.address (
  customer uuid not null references party.customer,
  position smallint not null,
  kind text not null check (kind in ('BILLING', 'DELIVERY', 'REGISTERED')),
  lines text not null,
  postal_code text,
  city text,
  region text,
  country varchar(2) not null check (length(country) = 2),
  primary key (customer, position)
);

create table party.tax_id (
  customer uuid not null references party.customer,
  scheme text not null,
  value text not null,
  primary key (customer, scheme)
);

create view party.v_customer as
  select c.id, c.number, c.name, c.language, c.currency, c.country, c.collector,
      (select k.email from party.contact k
        where k.customer = c.id and k.role = 'ACCOUNTS_PAYABLE' and k.email is not null
        order by k.position limit 1) as email
    from party.customer c;
