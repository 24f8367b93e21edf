-- What goes with an invoice or credit note is no letter about the account: there may be several a
-- day, and a reminder beside them.
drop index correspondence.letter_one_a_day;
create unique index letter_one_a_day on correspondence.letter (customer, currency, dated)
  where stands and template not in ('invoice', 'credit-note');
