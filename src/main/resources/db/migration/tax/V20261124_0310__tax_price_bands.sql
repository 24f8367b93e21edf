-- Some goods bear another rate up to a price of each. All rows of a code's last day count together:
-- those up to a price, and one without for what costs more.
alter table tax.rate drop constraint rate_unit;
alter table tax.rate add column price_up_to numeric(19, 4) check (price_up_to > 0);
alter table tax.rate add constraint rate_unit
  check ((component = 'CESS_SPECIFIC' or price_up_to is not null) = (unit is not null));

insert into tax.rate (scheme, code, component, rate, valid_from, law, recorded_by, price_up_to, unit)
select 'IN_GST', code, 'GST', rate, from_day::date, law, 'system', up_to, unit from (values
  ('61',   5,  '2017-07-01', 'Notification 1/2017-CT(Rate), knitted apparel', 1000, 'PCS'),
  ('61',   12, '2017-07-01', 'Notification 1/2017-CT(Rate), knitted apparel', null, null),
  ('61',   5,  '2025-09-22', 'Notification 9/2025-CT(Rate), knitted apparel', 2500, 'PCS'),
  ('61',   18, '2025-09-22', 'Notification 9/2025-CT(Rate), knitted apparel', null, null),
  ('62',   5,  '2017-07-01', 'Notification 1/2017-CT(Rate), apparel', 1000, 'PCS'),
  ('62',   12, '2017-07-01', 'Notification 1/2017-CT(Rate), apparel', null, null),
  ('62',   5,  '2025-09-22', 'Notification 9/2025-CT(Rate), apparel', 2500, 'PCS'),
  ('62',   18, '2025-09-22', 'Notification 9/2025-CT(Rate), apparel', null, null),
  ('63',   5,  '2017-07-01', 'Notification 1/2017-CT(Rate), made-up textiles', 1000, 'PCS'),
  ('63',   12, '2017-07-01', 'Notification 1/2017-CT(Rate), made-up textiles', null, null),
  ('63',   5,  '2025-09-22', 'Notification 9/2025-CT(Rate), made-up textiles', 2500, 'PCS'),
  ('63',   18, '2025-09-22', 'Notification 9/2025-CT(Rate), made-up textiles', null, null),
  ('6309', 5,  '2017-07-01', 'Notification 1/2017-CT(Rate), worn clothing', null, null),
  ('6310', 5,  '2017-07-01', 'Notification 1/2017-CT(Rate), rags', null, null),
  ('64',   5,  '2018-07-27', 'Notification 18/2018-CT(Rate), footwear', 1000, 'PRS'),
  ('64',   18, '2018-07-27', 'Notification 18/2018-CT(Rate), footwear', null, null),
  ('64',   12, '2022-01-01', 'Notification 14/2021-CT(Rate), footwear', 1000, 'PRS'),
  ('64',   18, '2022-01-01', 'Notification 14/2021-CT(Rate), footwear', null, null),
  ('64',   5,  '2025-09-22', 'Notification 9/2025-CT(Rate), footwear', 2500, 'PRS'),
  ('64',   18, '2025-09-22', 'Notification 9/2025-CT(Rate), footwear', null, null)
) as r (code, rate, from_day, law, up_to, unit);
