-- Why: a decision that was merged into another affair is done when that one is, not when it was merged.
-- Locks: nothing, a view only. Back out: the view as V202611282326 made it.
create or replace view report_meeting_decision as
select md.meeting_id, k.affair_id, k.due_at, case when a.merged_into is null then a.closed_at else o.closed_at end as closed_at
  from affair_decision k join meeting_decision md on md.id = k.decision_id join affair a on a.id = k.affair_id left join affair o on o.id = a.merged_into;
comment on view report_meeting_decision is 'Decisions of meetings that became an affair: the day that the minutes set, and when it, or the affair that it was merged into, was closed.';
