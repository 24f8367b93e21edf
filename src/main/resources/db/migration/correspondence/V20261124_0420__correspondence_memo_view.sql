-- Mails to colleagues belong to the record of what they are about.
create view correspondence.v_memo as
  select m.id, m.recipient, m.to_address, m.subject, m.body, m.about, m.dated, m.state, m.sent_at,
         m.recorded_at
  from correspondence.memo m;
