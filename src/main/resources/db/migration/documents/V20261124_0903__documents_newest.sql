-- The list of documents shows the newest first, however many there are.
create index document_newest on documents.document (stored_at desc, id desc);
