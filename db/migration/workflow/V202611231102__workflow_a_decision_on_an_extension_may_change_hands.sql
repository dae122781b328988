-- Why: the task in which an extension is decided may be forwarded or handed over; the extension follows it.
-- Locks: extension, for a moment. Back out: drop the column.
alter table extension add column decision_task_id bigint references task;
update extension set decision_task_id = task_id;
alter table extension alter column decision_task_id set not null;
create unique index a_task_decides_one_extension on extension (decision_task_id);
