-- How the law treats an item: taxed at the rate of its code, or not for a reason.
alter table contracts.price_line add column treatment text not null default 'TAXED'
  check (treatment in ('TAXED', 'NIL_RATED', 'EXEMPT', 'NON_TAXABLE'));
