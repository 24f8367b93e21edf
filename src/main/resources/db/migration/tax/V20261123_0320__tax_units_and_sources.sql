-- A rate per unit says which unit.
alter table tax.rate add column unit text;
update tax.rate set unit = 'TON' where component = 'CESS_SPECIFIC';
alter table tax.rate add constraint rate_unit check ((component = 'CESS_SPECIFIC') = (unit is not null));

-- What the rates of 22 September 2025 changed, and what became of tobacco on 1 February 2026.
insert into tax.rate (scheme, code, component, rate, valid_from, law, recorded_by)
select 'IN_GST', code, 'GST', rate, from_day::date, law, 'system' from (values
  ('0405',     12,   '2017-07-01', 'Notification 1/2017-CT(Rate), butter and ghee'),
  ('0405',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), butter and ghee'),
  ('0406',     12,   '2017-07-01', 'Notification 1/2017-CT(Rate), cheese'),
  ('0406',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), cheese'),
  ('1806',     18,   '2017-11-15', 'Notification 41/2017-CT(Rate), chocolate'),
  ('1806',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), chocolate'),
  ('2702',      5,   '2017-07-01', 'Notification 1/2017-CT(Rate), lignite'),
  ('2702',     18,   '2025-09-22', 'Notification 9/2025-CT(Rate), lignite'),
  ('3305',     18,   '2017-11-15', 'Notification 41/2017-CT(Rate), hair oil and shampoo'),
  ('3305',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), hair oil and shampoo'),
  ('3401',     18,   '2017-07-01', 'Notification 1/2017-CT(Rate), soap'),
  ('3401',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), soap'),
  ('3915',     18,   '2021-10-01', 'Notification 8/2021-CT(Rate), plastic waste'),
  ('4011',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), tyres'),
  ('4011',     18,   '2025-09-22', 'Notification 9/2025-CT(Rate), tyres'),
  ('4707',      5,   '2017-07-01', 'Notification 1/2017-CT(Rate), waste paper'),
  ('4819',     12,   '2017-07-01', 'Notification 1/2017-CT(Rate), cartons and boxes'),
  ('4819',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), cartons and boxes'),
  ('5402',     12,   '2017-10-13', 'Notification 34/2017-CT(Rate), man-made yarn'),
  ('5402',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), man-made yarn'),
  ('5509',     12,   '2017-10-13', 'Notification 34/2017-CT(Rate), yarn of staple fibres'),
  ('5509',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), yarn of staple fibres'),
  ('7404',     18,   '2017-07-01', 'Notification 1/2017-CT(Rate), copper scrap'),
  ('7602',     18,   '2017-07-01', 'Notification 1/2017-CT(Rate), aluminium scrap'),
  ('8452',     12,   '2017-07-01', 'Notification 1/2017-CT(Rate), sewing machines'),
  ('8452',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), sewing machines'),
  ('8507',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), accumulators'),
  ('8507',     18,   '2025-09-22', 'Notification 9/2025-CT(Rate), accumulators'),
  ('8528',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), television sets'),
  ('8528',     18,   '2025-09-22', 'Notification 9/2025-CT(Rate), television sets'),
  ('8708',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), parts of motor vehicles'),
  ('8708',     18,   '2025-09-22', 'Notification 9/2025-CT(Rate), parts of motor vehicles'),
  ('8712',     12,   '2017-07-01', 'Notification 1/2017-CT(Rate), bicycles'),
  ('8712',      5,   '2025-09-22', 'Notification 9/2025-CT(Rate), bicycles'),
  ('21069020', 28,   '2017-07-01', 'Notification 1/2017-CT(Rate), pan masala'),
  ('21069020', 40,   '2026-02-01', 'Notification 19/2025-CT(Rate), pan masala'),
  ('2401',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), unmanufactured tobacco'),
  ('2401',     40,   '2026-02-01', 'Notification 19/2025-CT(Rate), unmanufactured tobacco'),
  ('2402',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), cigars and cigarettes'),
  ('2402',     40,   '2026-02-01', 'Notification 19/2025-CT(Rate), cigars and cigarettes'),
  ('2403',     28,   '2017-07-01', 'Notification 1/2017-CT(Rate), other tobacco'),
  ('2403',     40,   '2026-02-01', 'Notification 19/2025-CT(Rate), other tobacco'),
  ('24031921', 28,   '2017-07-01', 'Notification 1/2017-CT(Rate), biris'),
  ('24031921', 18,   '2026-02-01', 'Notification 19/2025-CT(Rate), biris')
) as r (code, rate, from_day, law);

insert into tax.rate (scheme, code, component, rate, valid_from, law, recorded_by, unit)
select 'IN_GST', code, component, rate, from_day::date, law, 'system', unit from (values
  ('2702',     'CESS_SPECIFIC', 400,  '2017-07-01', 'Notification 1/2017-Compensation Cess(Rate), per tonne', 'TON'),
  ('2702',     'CESS_SPECIFIC', 0,    '2025-09-22', 'Notification 2/2025-Compensation Cess(Rate)', 'TON'),
  ('24022010', 'CESS',          5,    '2017-07-18', 'Notification 3/2017-Compensation Cess(Rate)', null),
  ('24022010', 'CESS_SPECIFIC', 2076, '2017-07-18', 'Notification 3/2017-Compensation Cess(Rate), per thousand', 'THD'),
  ('24022010', 'CESS',          0,    '2026-02-01', 'Notification 3/2025-Compensation Cess(Rate)', null),
  ('24022010', 'CESS_SPECIFIC', 0,    '2026-02-01', 'Notification 3/2025-Compensation Cess(Rate)', 'THD'),
  ('24022040', 'CESS',          5,    '2017-07-18', 'Notification 3/2017-Compensation Cess(Rate)', null),
  ('24022040', 'CESS_SPECIFIC', 2747, '2017-07-18', 'Notification 3/2017-Compensation Cess(Rate), per thousand', 'THD'),
  ('24022040', 'CESS',          0,    '2026-02-01', 'Notification 3/2025-Compensation Cess(Rate)', null),
  ('24022040', 'CESS_SPECIFIC', 0,    '2026-02-01', 'Notification 3/2025-Compensation Cess(Rate)', 'THD')
) as r (code, component, rate, from_day, law, unit);

-- Single payments, other sellers and unknown buyers; then what the laws since have changed.
alter table tax.withholding
  add column single_threshold  numeric(19, 4),
  add column rate_individual   numeric(7, 4),
  add column rate_unidentified numeric(7, 4);

update tax.withholding set single_threshold = 30000, rate_individual = 1 where code = 'TDS-CONTRACT';
update tax.withholding set rate_unidentified = 5 where code = 'TCS-SCRAP';
update tax.withholding set rate = 2, law = 'Income-tax Act 2025 s. 394(1), table, no. 4'
 where code = 'TCS-SCRAP' and valid_from = '2026-04-01';

insert into tax.withholding (code, kind, law, rate, threshold, excess_only, on_gross, valid_from, valid_until)
values
  ('TDS-PROFESSIONAL', 'TDS', 'Income-tax Act 1961 s. 194J', 10, 30000, false, false, '2012-07-01', '2025-03-31'),
  ('TDS-TECHNICAL', 'TDS', 'Income-tax Act 1961 s. 194J', 2, 30000, false, false, '2020-04-01', '2025-03-31'),
  ('TDS-TECHNICAL', 'TDS', 'Income-tax Act 1961 s. 194J', 2, 50000, false, false, '2025-04-01', '2026-03-31'),
  ('TDS-TECHNICAL', 'TDS', 'Income-tax Act 2025 s. 393(1), table, no. 6(iii)', 2, 50000, false, false, '2026-04-01', null);

-- Which goods and services are subject to which; the longest beginning of a tax code counts.
create table tax.withholding_subject (
  code        text not null check (code <> ''),
  withholding text not null,
  valid_from  date not null,
  subject     text not null,
  primary key (code, valid_from)
);

insert into tax.withholding_subject (code, withholding, valid_from, subject)
select code, withholding, '2017-07-01', subject from (values
  ('2619',   'TCS-SCRAP',        'slag and dross'),
  ('3915',   'TCS-SCRAP',        'waste and scrap of plastics'),
  ('4004',   'TCS-SCRAP',        'waste and scrap of rubber'),
  ('4707',   'TCS-SCRAP',        'waste and scrap of paper'),
  ('7001',   'TCS-SCRAP',        'waste and scrap of glass'),
  ('7204',   'TCS-SCRAP',        'ferrous waste and scrap'),
  ('7404',   'TCS-SCRAP',        'copper waste and scrap'),
  ('7503',   'TCS-SCRAP',        'nickel waste and scrap'),
  ('7602',   'TCS-SCRAP',        'aluminium waste and scrap'),
  ('7802',   'TCS-SCRAP',        'lead waste and scrap'),
  ('7902',   'TCS-SCRAP',        'zinc waste and scrap'),
  ('8002',   'TCS-SCRAP',        'tin waste and scrap'),
  ('8549',   'TCS-SCRAP',        'electrical and electronic waste'),
  ('9954',   'TDS-CONTRACT',     'construction'),
  ('9965',   'TDS-CONTRACT',     'transport of goods'),
  ('9966',   'TDS-CONTRACT',     'hire of vehicles with operators'),
  ('9967',   'TDS-CONTRACT',     'services supporting transport'),
  ('9981',   'TDS-TECHNICAL',    'research and development'),
  ('9982',   'TDS-PROFESSIONAL', 'legal and accounting services'),
  ('9983',   'TDS-PROFESSIONAL', 'other professional services'),
  ('998313', 'TDS-TECHNICAL',    'information technology consulting and support'),
  ('998314', 'TDS-TECHNICAL',    'information technology design and development'),
  ('998315', 'TDS-TECHNICAL',    'hosting and infrastructure'),
  ('998316', 'TDS-TECHNICAL',    'network and infrastructure management'),
  ('99836',  'TDS-CONTRACT',     'advertising'),
  ('9985',   'TDS-CONTRACT',     'manpower, security, cleaning and packaging'),
  ('9987',   'TDS-CONTRACT',     'maintenance, repair and installation'),
  ('9988',   'TDS-CONTRACT',     'job work on goods of others'),
  ('9989',   'TDS-CONTRACT',     'other manufacturing services and publishing')
) as s (code, withholding, subject);

-- For whoever bills: what codes are subject to, and which taxes at source are in force when.
create view tax.v_withholding_subject as
  select code, withholding, valid_from from tax.withholding_subject;
create view tax.v_withholding as
  select code, kind, valid_from, coalesce(valid_until, 'infinity'::date) as valid_until
    from tax.withholding;
