-- Why: nearly every report asks for all units and urgencies together; those are one row in twenty of the roll-up.
-- Locks: report_rollup against writes for a moment. Back out: drop the index.
create index report_rollup_whole on report_rollup (measure, month) where unit_id = -1;
