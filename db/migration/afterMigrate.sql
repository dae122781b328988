-- After every migration: what the application's role may do. It owns nothing, so what is append-only stays so even
-- for a broken or hostile application. A table says by its comment what it is: 'append-only: …' may be inserted into,
-- 'sealed: …' is written by the owner's functions alone. Where one role does both (a small test server), nothing is granted.
do $$
declare
  entry record;
begin
  if '${app_role}' = current_user or not exists (select 1 from pg_roles where rolname = '${app_role}') then
    return;
  end if;
  execute 'grant usage on schema public to ${app_role}';
  execute 'grant select, insert, update, delete on all tables in schema public to ${app_role}';
  execute 'grant usage, select on all sequences in schema public to ${app_role}';
  execute 'revoke all on flyway_schema_history from ${app_role}';
  for entry in
    select c.oid::regclass as tab, obj_description(c.oid, 'pg_class') as note
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if entry.note like 'append-only:%' then
      execute format('revoke update, delete, truncate on %s from ${app_role}', entry.tab);
    elsif entry.note like 'sealed:%' then
      execute format('revoke insert, update, delete, truncate on %s from ${app_role}', entry.tab);
    end if;
  end loop;
end
$$;
