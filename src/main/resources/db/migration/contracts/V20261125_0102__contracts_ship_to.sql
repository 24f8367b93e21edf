-- Where a delivery went, if not to the address that is billed. As little changed as the delivery.
create table contracts.ship_to (
  delivery    uuid primary key references contracts.delivery,
  name        text not null check (name <> ''),
  street      text not null check (street <> ''),
  postal_code text,
  city        text not null check (city <> ''),
  place       text not null check (place <> ''),
  tax_number  text,
  third_party boolean not null
);
create trigger only_grows before update or delete or truncate on contracts.ship_to
  for each statement execute function contracts.refuse_change();
