-- Why: a paper that its sender took back (撤回) says so, also after it was closed here.
-- Locks: two new columns without rewriting the table.
-- Back out: alter table incoming_document drop column recalled_at, drop column recall_reason.
alter table incoming_document add column recalled_at timestamptz;
alter table incoming_document add column recall_reason text;
