-- What is billed is noted a hundred rows at a time while tables grow from nothing: a plan that was
-- made when they were empty reads them whole, each time.
alter function billing.note_billed() set enable_seqscan = off;
alter function billing.note_billed() set enable_hashjoin = off;
alter function billing.note_billed() set enable_mergejoin = off;
