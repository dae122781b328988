-- Why: half of what a step costs is entries of indexes, and each is kept for ever. A personal task entered six B-trees as it opened and four as it
-- ended, a movement three.
--   Reminders find what is due among the open tasks, which are as many as the office can have in hand and not more with the years.
--   Tasks of a handling are a dozen and what a person did in one instant is one, so neither need be kept in order of their numbers.
--   A movement is found by its handling and its place there. Its number alone is asked for by the roll-up only, which a summary of page ranges serves.
--   The trigger that puts a movement on the trail finds its handling or refuses, and a handling is never deleted: the key would ask a second time.
--   A task is written twice, and its first version leaves room on its page: no more need be left.
-- Locks: task and movement exclusively while the indexes are built, a minute for each ten million rows. Back out: the indexes and keys as in V202611231100.
drop index task_to_nudge;
drop index task_of_handling;
create index task_of_handling on task (handling_id);
drop index task_done_by_person;
create index task_done_by_person on task (done_by, done_at desc) where state = 'DONE';
alter table task reset (fillfactor);
alter table movement
  drop constraint movement_handling_id_fkey,
  drop constraint movement_pkey,
  drop constraint movements_of_a_handling_are_numbered,
  add constraint movement_pkey primary key (handling_id, seq);
drop index movement_about;
create index movement_about on movement using brin (at, id) with (pages_per_range = 32, autosummarize = on);
