-- Why: the list of the supervisors uses the one rule of sight, which asks whether a matter is confined.
-- Locks: nothing, a view only. Back out: create the view as it was before.
create or replace view report_task as
select h.id, h.subject_kind, h.subject_id, h.title, h.number, h.counterpart, h.urgency, h.confidentiality, h.owner_unit, h.started_by,
       h.stop_reason, t.id as task_id, t.state as task_state, t.part, t.step, t.holder_id, t.role, t.unit_id, t.arrived_at,
       t.opened_at, t.due_at, t.still_at, t.waiting_since, t.waiting_minutes, t.own_minutes, t.clock, t.done_at, t.done_by, t.late,
       exists (select 1 from movement m
                where m.handling_id = h.id and m.at > t.arrived_at and m.kind <> 'CLAIM'
                  and (m.actor_id = t.holder_id or m.on_behalf_of = t.holder_id)) as touched,
       h.confined
  from task t join handling h on h.id = t.handling_id
 where t.kind = 'MAIN' and t.state in ('OPEN', 'DONE');
