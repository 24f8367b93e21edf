-- What of an invoice's value bore the tax already with the advance that it sets off.
alter table withholding.invoice_withholding
  add column covered numeric(19, 4) not null default 0 check (covered >= 0);
