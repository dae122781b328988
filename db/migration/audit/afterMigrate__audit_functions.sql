-- After every migration: the two functions that write the trail belong to the application's role and to nobody else; the one that puts a
-- row of others into its chain belongs to the owner's triggers.
do $$
begin
  revoke execute on function audit_append(text, bigint, timestamptz, bigint, bigint, text, text, text) from public;
  revoke execute on function audit_seal_chains(timestamptz, integer) from public;
  revoke execute on function audit_link(text, bigint, bytea) from public;
  if exists (select 1 from pg_roles where rolname = '${app_role}') then
    grant execute on function audit_append(text, bigint, timestamptz, bigint, bigint, text, text, text) to ${app_role};
    grant execute on function audit_seal_chains(timestamptz, integer) to ${app_role};
  end if;
end
$$;
