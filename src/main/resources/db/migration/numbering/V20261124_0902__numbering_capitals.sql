-- The tax portal reads letters as capitals; a series that was written small goes on in capitals.
update numbering.number_series
   set pattern = replace(replace(replace(upper(pattern), '{FY}', '{fy}'), '{YYYY}', '{yyyy}'),
                         '{SEQ:', '{seq:');
