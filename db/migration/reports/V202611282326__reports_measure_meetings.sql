-- Why: the measures of meetings (domain.md §5.6): how long minutes and press took, who had replied a day before, materials in time, planned and real length,
--      decisions done in time. The report reads across through these views alone.
-- Locks: nothing, views only. Back out: drop view report_meeting_decision, report_meeting.
create view report_meeting as
select m.id, m.type, m.title, m.owner_unit, h.confidentiality, m.starts_at, m.over_at,
       extract(epoch from m.issued_at - m.over_at) / 60 as minutes_took,
       case when m.minutes_paper is not null and m.issued_at is not null then (select p.round from handling p where p.subject_kind = 'outgoing' and p.subject_id = m.minutes_paper) end as minutes_rounds,
       extract(epoch from p.approved_at - m.over_at) / 60 as press_took,
       (select count(*) from meeting_press_round r where r.meeting_id = m.id and p.approved_at is not null) as press_rounds,
       coalesce(i.told, 0) as invited, coalesce(i.replied, 0) as replied_day_before,
       coalesce(x.due, 0) as materials, coalesce(x.in_time, 0) as materials_in_time,
       extract(epoch from m.ends_at - m.starts_at) / 60 as planned_length, extract(epoch from m.over_at - m.began_at) / 60 as real_length
  from meeting m
  join handling h on h.subject_kind = 'meeting' and h.subject_id = m.id
  left join meeting_press p on p.meeting_id = m.id
  left join lateral (select count(*) filter (where told_at is not null) as told, count(*) filter (where replied_at <= m.starts_at - interval '1 day') as replied
                       from meeting_invitee where meeting_id = m.id) i on true
  left join lateral (select count(*) as due, count(*) filter (where (select min(v.received_at) from meeting_material_version v where v.material_id = l.id) <= l.due_at) as in_time
                       from meeting_material l where l.meeting_id = m.id and l.due_at is not null) x on true
 where m.over_at is not null;
comment on view report_meeting is 'Meetings that were held, with what is measured of each; lengths in natural minutes.';

create view report_meeting_decision as
select md.meeting_id, k.affair_id, k.due_at, a.closed_at
  from affair_decision k join meeting_decision md on md.id = k.decision_id join affair a on a.id = k.affair_id;
comment on view report_meeting_decision is 'Decisions of meetings that became an affair: the day that the minutes set, and when it was closed.';
