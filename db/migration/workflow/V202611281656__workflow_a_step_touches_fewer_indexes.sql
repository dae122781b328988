-- Why: what a step writes is mostly entries of indexes. A handling that moves on is now changed in place (nothing indexed of it
-- changes with the step), and two indexes go whose work the neighbouring ones do: open tasks and opinions are found among the few
-- rows of their handling. That a request moves once is kept by the hash of its id, a fifth of the size.
-- Locks: handling, task and movement against writes while the two indexes are built. Back out: drop them, make the old ones as in V202611231100.
drop index handling_running_by_step;
create index handling_running on handling (subject_kind, id) where state = 'RUNNING';
drop index task_open_of_handling;
drop index movement_with_opinion;
alter table movement drop constraint a_request_moves_once;
create unique index a_request_moves_once on movement (handling_id, hashtextextended(request_id, 0));
