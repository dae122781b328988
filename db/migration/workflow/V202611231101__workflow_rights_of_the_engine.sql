-- Why: who may stop a clock, move a handling by hand, void it or take it up again; which role enters what a leader said.
-- Locks: the role table for a moment. Back out: array_remove the same words.
update role set rights = rights || '{clock.stop}' where code in ('CLERK', 'DIV_CHIEF', 'SUPERVISOR', 'LEADER');
update role set rights = rights || '{handling.jump}' where code in ('SUPERVISOR');
update role set rights = rights || '{handling.void,handling.reopen}' where code in ('DIV_CHIEF', 'SUPERVISOR');
update role set rights = rights || '{affair.chase}' where code in ('LEADER');
update role set rights = rights || '{rule.override_with_reason}' where code in ('LEADER');
