-- Why: the list of matters one follows starts from what one started and still runs.
-- Locks: the handling table against writes while the index is built; it is small at this point. Back out: drop the index.
create index handling_started_and_running on handling (started_by, id) where state = 'RUNNING';
