-- Why: the function that appends to the trail reckoned each hash twice, once for a first line that is nearly never the first. A chain
-- that is there is now lengthened directly. What is hashed, and how, is unchanged.
-- Locks: none. Back out: the function as in V202611231010.
create or replace function audit_append(kind text, subject bigint, happened_at timestamptz, person bigint, principal bigint,
                                        word text, more text, origin text) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  link record;
begin
  update audit_chain c
     set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
         hash = audit_hash(kind, subject, c.seq + 1, happened_at, person, principal, word, more, origin, c.hash)
   where c.subject_kind = kind and c.subject_id = subject
  returning c.seq, c.prev_hash, c.hash into link;
  if not found then
    -- Two that begin a chain at once come here: the second waits for the first and lengthens its chain.
    insert into audit_chain as c (subject_kind, subject_id, seq, prev_hash, hash)
    values (kind, subject, 1, ''::bytea,
            audit_hash(kind, subject, 1, happened_at, person, principal, word, more, origin, ''::bytea))
    on conflict on constraint one_chain_a_subject do update
       set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
           hash = audit_hash(kind, subject, c.seq + 1, happened_at, person, principal, word, more, origin, c.hash)
    returning c.seq, c.prev_hash, c.hash into link;
  end if;
  insert into audit_entry (id, subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client, prev_hash, hash)
  values (nextval('audit_entry_seq'), kind, subject, link.seq, 1, happened_at, person, principal, word, more, origin, link.prev_hash, link.hash);
  return link.seq;
end
$$;
