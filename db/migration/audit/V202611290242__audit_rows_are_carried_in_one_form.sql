-- Why: nothing calls the functions of form 2 any more; its rows are verified by the application, which trusts none of them.
-- Locks: none. Back out: the functions as in V202611282312.
drop function audit_carry(text, bigint, bytea);
drop function audit_says(text, bigint, bigint, bytea);
drop function audit_told(text, text);
