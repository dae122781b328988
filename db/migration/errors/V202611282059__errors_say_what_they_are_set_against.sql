-- Why: the reports set an error against matters of its own kind, and count the steps that it travelled; both were joined anew for each row, by words put together.
-- Locks: nothing for long, a view only. Back out: the view as in V202611281637 (drop and create, for columns go).
create or replace view report_error as
select e.id, e.no, e.business, e.subject_kind, e.subject_id, e.subject_urgency, e.subject_type, e.source, e.reported_at, e.found_at, e.found_step, e.occurred_at,
       e.introduced_step, e.unit, e.responsible_role, e.kind, e.secondary_kinds, e.type_code, e.severity, e.near_miss,
       coalesce(s.counts_in_rate, false) as counts_in_rate, e.description, e.openness, e.confidentiality, e.cause_codes, e.recurrence_of, e.state,
       e.confirmed_at, e.classified_at, e.verified_at, e.explained_at, e.closed_at, e.outcome, e.casebook_ref, e.rule_ref,
       fs.ordering as found_order, ins.ordering as introduced_order, coalesce(fs.outside, false) as found_outside,
       coalesce(e.confirmed_at is not null and e.state not in ('REJECTED', 'VOIDED'), false) as confirmed,
       coalesce(e.subject_kind, b.subject_kind) as matter_kind, (fs.place - ins.place)::int as distance
  from error_record e
  left join error_severity s on s.code = e.severity
  left join error_business b on b.code = e.business
  left join (select business, code, ordering, outside, dense_rank() over (partition by business order by ordering) as place from error_stage) fs
    on fs.business = e.business and fs.code = e.found_step
  left join (select business, code, ordering, dense_rank() over (partition by business order by ordering) as place from error_stage) ins
    on ins.business = e.business and ins.code = e.introduced_step;
comment on view report_error is 'Errors for the reports: without persons. matter_kind: kind of subject among whose number it counts. distance: steps between where it was made and found, in the order of its business. Rates count what is confirmed and counts_in_rate, by occurred_at; work load by found_at.';
