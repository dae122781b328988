-- Why: what was in hand by unit over five years is some thousand small rows out of half a million, most of which carry lengths of time.
-- Locks: report_rollup against writes for a moment. Back out: drop the index.
create index report_rollup_in_hand on report_rollup (measure, month) include (subject_kind, unit_id, urgency, grade, n) where measure in ('STARTED', 'CLOSED', 'IN_HAND');
