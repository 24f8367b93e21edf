create schema tax;

-- A rate counts until the day before the next of its code and component; abolished is a rate of 0.
create table tax.rate (
  id          uuid          not null primary key default gen_random_uuid(),
  scheme      text          not null,
  code        text          not null check (code <> ''),
  component   text          not null check (component in ('GST', 'CESS', 'CESS_SPECIFIC', 'VAT')),
  rate        numeric(12,4) not null check (rate >= 0),
  valid_from  date          not null,
  law         text          not null,
  recorded_by text          not null,
  recorded_at timestamptz   not null default clock_timestamp()
);
create index rate_code on tax.rate (scheme, code, component, valid_from desc);

create table tax.withholding (
  code        text          not null,
  kind        text          not null check (kind in ('TCS', 'TDS')),
  law         text          not null,
  rate        numeric(7,4)  not null check (rate >= 0),
  threshold   numeric(19,4) not null,
  excess_only boolean       not null,
  on_gross    boolean       not null,
  valid_from  date          not null,
  valid_until date,
  primary key (code, valid_from)
);

-- Services bear 18 % unless a longer code says otherwise; goods have to be entered, here a beginning.
insert into tax.rate (scheme, code, component, rate, valid_from, law, recorded_by)
select 'IN_GST', code, component, rate, from_day::date, law, 'system' from (values
  ('99',     'GST',           18,    '2017-07-01', 'Notification 11/2017-CT(Rate)'),
  ('9954',   'GST',           18,    '2017-07-01', 'Notification 11/2017-CT(Rate), construction'),
  ('9963',   'GST',            5,    '2019-10-01', 'Notification 20/2019-CT(Rate), restaurants'),
  ('9965',   'GST',            5,    '2017-07-01', 'Notification 11/2017-CT(Rate), goods transport'),
  ('9992',   'GST',           18,    '2017-07-01', 'Notification 11/2017-CT(Rate), education'),
  ('2523',   'GST',           28,    '2017-07-01', 'Notification 1/2017-CT(Rate), cement'),
  ('2523',   'GST',           18,    '2025-09-22', 'Notification 9/2025-CT(Rate), cement'),
  ('2701',   'GST',            5,    '2017-07-01', 'Notification 1/2017-CT(Rate), coal'),
  ('2701',   'GST',           18,    '2025-09-22', 'Notification 9/2025-CT(Rate), coal'),
  ('2701',   'CESS_SPECIFIC', 400,   '2017-07-01', 'Notification 1/2017-Compensation Cess(Rate), per tonne'),
  ('2701',   'CESS_SPECIFIC', 0,     '2025-09-22', 'Notification 2/2025-Compensation Cess(Rate)'),
  ('2710',   'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate)'),
  ('3004',   'GST',           12,    '2017-07-01', 'Notification 1/2017-CT(Rate), medicaments'),
  ('3004',   'GST',            5,    '2025-09-22', 'Notification 9/2025-CT(Rate), medicaments'),
  ('3923',   'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate)'),
  ('4802',   'GST',           12,    '2017-07-01', 'Notification 1/2017-CT(Rate), paper'),
  ('4802',   'GST',           18,    '2025-09-22', 'Notification 9/2025-CT(Rate), paper'),
  ('4901',   'GST',            0,    '2017-07-01', 'Notification 2/2017-CT(Rate), books'),
  ('52',     'GST',            5,    '2017-07-01', 'Notification 1/2017-CT(Rate), cotton'),
  ('5208',   'GST',            5,    '2017-07-01', 'Notification 1/2017-CT(Rate), cotton fabrics'),
  ('7210',   'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), steel'),
  ('72',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), steel'),
  ('73',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), articles of steel'),
  ('7113',   'GST',            3,    '2017-07-01', 'Notification 1/2017-CT(Rate), jewellery'),
  ('7102',   'GST',            0.25, '2017-07-01', 'Notification 1/2017-CT(Rate), rough diamonds'),
  ('84',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), machinery'),
  ('8415',   'GST',           28,    '2017-07-01', 'Notification 1/2017-CT(Rate), air conditioners'),
  ('8415',   'GST',           18,    '2025-09-22', 'Notification 9/2025-CT(Rate), air conditioners'),
  ('85',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), electrical machinery'),
  ('2202',   'GST',           28,    '2017-07-01', 'Notification 1/2017-CT(Rate), aerated waters'),
  ('2202',   'GST',           40,    '2025-09-22', 'Notification 9/2025-CT(Rate), aerated waters'),
  ('2202',   'CESS',          12,    '2017-07-01', 'Notification 1/2017-Compensation Cess(Rate)'),
  ('2202',   'CESS',           0,    '2025-09-22', 'Notification 2/2025-Compensation Cess(Rate)'),
  ('90',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), instruments'),
  ('94',     'GST',           18,    '2017-07-01', 'Notification 1/2017-CT(Rate), furniture')
) as r (code, component, rate, from_day, law);

insert into tax.rate (scheme, code, component, rate, valid_from, law, recorded_by)
select 'EU_VAT', code, 'VAT', rate, from_day::date, law, 'system' from (values
  ('AT:STANDARD', 20,  '1984-01-01', 'UStG 1994 § 10(1)'),
  ('AT:REDUCED',  10,  '1984-01-01', 'UStG 1994 § 10(2)'),
  ('BE:STANDARD', 21,  '1996-01-01', 'AR 20, 20 July 1970, art. 1'),
  ('BE:REDUCED',   6,  '1996-01-01', 'AR 20, 20 July 1970, art. 1'),
  ('DE:STANDARD', 19,  '2007-01-01', 'UStG § 12(1)'),
  ('DE:STANDARD', 16,  '2020-07-01', 'UStG § 28(1)'),
  ('DE:STANDARD', 19,  '2021-01-01', 'UStG § 12(1)'),
  ('DE:REDUCED',   7,  '1983-07-01', 'UStG § 12(2)'),
  ('DE:REDUCED',   5,  '2020-07-01', 'UStG § 28(2)'),
  ('DE:REDUCED',   7,  '2021-01-01', 'UStG § 12(2)'),
  ('ES:STANDARD', 21,  '2012-09-01', 'Ley 37/1992 art. 90'),
  ('ES:REDUCED',  10,  '2012-09-01', 'Ley 37/1992 art. 91'),
  ('FR:STANDARD', 20,  '2014-01-01', 'CGI art. 278'),
  ('FR:REDUCED',   5.5,'2014-01-01', 'CGI art. 278-0 bis'),
  ('IE:STANDARD', 23,  '2021-03-01', 'VAT Consolidation Act 2010 s. 46'),
  ('IT:STANDARD', 22,  '2013-10-01', 'DPR 633/1972 art. 16'),
  ('IT:REDUCED',  10,  '1995-01-01', 'DPR 633/1972 art. 16'),
  ('NL:STANDARD', 21,  '2012-10-01', 'Wet OB 1968 art. 9(1)'),
  ('NL:REDUCED',   9,  '2019-01-01', 'Wet OB 1968 art. 9(2)(a)'),
  ('PL:STANDARD', 23,  '2011-01-01', 'Ustawa o VAT art. 146aa'),
  ('SE:STANDARD', 25,  '1990-07-01', 'Mervärdesskattelagen ch. 9')
) as r (code, rate, from_day, law);

insert into tax.withholding (code, kind, law, rate, threshold, excess_only, on_gross, valid_from, valid_until)
values
  ('TCS-GOODS', 'TCS', 'Income-tax Act 1961 s. 206C(1H)', 0.1, 5000000, true, true, '2020-10-01', '2025-03-31'),
  ('TCS-SCRAP', 'TCS', 'Income-tax Act 1961 s. 206C(1)', 1, 0, false, true, '2003-06-01', '2026-03-31'),
  ('TCS-SCRAP', 'TCS', 'Income-tax Act 2025 s. 394(1), table, no. 4', 1, 0, false, true, '2026-04-01', null),
  ('TDS-GOODS', 'TDS', 'Income-tax Act 1961 s. 194Q', 0.1, 5000000, true, false, '2021-07-01', '2026-03-31'),
  ('TDS-GOODS', 'TDS', 'Income-tax Act 2025 s. 393(1), table, no. 8(ii)', 0.1, 5000000, true, false, '2026-04-01', null),
  ('TDS-CONTRACT', 'TDS', 'Income-tax Act 1961 s. 194C', 2, 100000, false, false, '2009-10-01', '2026-03-31'),
  ('TDS-CONTRACT', 'TDS', 'Income-tax Act 2025 s. 393(1), table, no. 6(i)', 2, 100000, false, false, '2026-04-01', null),
  ('TDS-PROFESSIONAL', 'TDS', 'Income-tax Act 1961 s. 194J', 10, 50000, false, false, '2025-04-01', '2026-03-31'),
  ('TDS-PROFESSIONAL', 'TDS', 'Income-tax Act 2025 s. 393(1), table, no. 6(iii)', 10, 50000, false, false, '2026-04-01', null),
  ('TDS-GST', 'TDS', 'CGST Act 2017 s. 51', 2, 250000, false, false, '2018-10-01', null);
