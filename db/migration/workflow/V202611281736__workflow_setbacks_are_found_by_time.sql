-- Why: what was sent back or finished late since a moment is looked for every minute (proposals of the error register); without these two
-- small indexes each look would read every movement and task there ever was. Only returns and late tasks are in them.
-- Locks: movement and task while the indexes are built. Back out: drop the two indexes.
create index movement_of_return on movement (at) where kind = 'RETURN';
create index task_done_late on task (done_at) where late and state = 'DONE' and kind = 'MAIN';
