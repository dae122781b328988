-- Why: a personal task entered six B-trees as it opened and four as it ended. Reminders find what is due among the open tasks, which are as many
-- as the office can have in hand and not more with the years; tasks of a handling are a dozen, so their order need not be kept, and entries
-- that say the same are stored together.
-- Locks: task against writes while the index is built, movement and handling exclusively for a moment. Back out: the indexes and the key as in V202611231100.
drop index task_to_nudge;
drop index task_of_handling;
create index task_of_handling on task (handling_id);
-- The trigger that puts a movement on the trail finds its handling or refuses, and a handling is never deleted: the key would ask a second time.
alter table movement drop constraint movement_handling_id_fkey;
