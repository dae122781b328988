-- Why: in a sample of some million tasks hardly two are of one matter, so the planner took a matter for tens of tasks where it has seven, and read
-- all open tasks of the office for each line of a list: 87 ms for the page of what one has done, after a million matters. Told, it does not guess.
-- Locks: none that a step waits for. Back out: alter table … alter column handling_id reset (n_distinct); analyze.
alter table task alter column handling_id set (n_distinct = -0.15);
alter table movement alter column handling_id set (n_distinct = -0.15);
analyze task (handling_id);
analyze movement (handling_id);
