-- Why: errors, their proposals and the monthly reports run on the engine, too, but they are not the work that errors are set against: a
-- register that is used well would lower its own rate. Time at their steps is still reported.
-- Locks: nothing for long; the roll-up is counted anew by its job. Back out: the view as in V202611281742, drop the table.
create table report_aside (
  subject_kind text primary key
);
comment on table report_aside is 'Kinds of subjects that are no matters in hand: what the office does about its work, not the work.';
insert into report_aside (subject_kind) values ('error'), ('error-proposal'), ('report');

create or replace view report_matter as
select h.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade, '' as step,
       h.owner_unit as unit_id, h.state, h.round, h.outcome, null::bigint as holder_id, null::text as role, h.started_at, h.closed_at,
       h.started_at as since,
       (select coalesce(sum(extract(epoch from s.resumed_at - s.stopped_at)) / 60, 0)::bigint from clock_stop s where s.handling_id = h.id and s.resumed_at is not null) as stopped_minutes
  from handling h
 where h.subject_kind not in (select subject_kind from report_aside);
comment on view report_matter is 'One matter from its start to its end, voided ones included, what stands aside (report_aside) left out.';

truncate report_rollup, report_month, report_watch;
