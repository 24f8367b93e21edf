-- A chase may be handed on to another owner.
alter table unbilled.explanation drop constraint explanation_kind_check;
alter table unbilled.explanation add constraint explanation_kind_check
  check (kind in ('EXPLAINED', 'ACCEPTED', 'ASKED_AGAIN', 'HANDED_ON'));
