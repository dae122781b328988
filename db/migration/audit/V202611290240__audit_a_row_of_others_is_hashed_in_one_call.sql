-- Why: two thirds of what the database worked for an act went into the hash of its movement: forty calls of small functions, whose
-- expressions were prepared anew in every transaction. What a row says now enters as PostgreSQL itself writes a record, in one call (form 3).
-- Rows of before keep their form and are verified in it.
-- Locks: none. Back out: drop the function, after what calls it.
--
-- Form 3: says = SHA-256 over record_send of the texts (form, kind, subject, place) and record_send of what the row says, a text for each
-- value; hash = SHA-256 over says and the hash before. record_send is the number of values, and of each its type, its length (-1 for
-- none) and its bytes: no two rows have the same. Of says the first four bytes are kept, as in form 2.

-- Lengthens the chain of a subject by a row that says what it says, for triggers of the owner alone, which set the search path. The row of
-- the chain stays locked to the end.
create function audit_link(kind text, subject bigint, told bytea, out place bigint, out check_bits integer, out hash bytea)
  language plpgsql volatile
as $$
#variable_conflict use_column
declare
  says bytea;
begin
  update audit_chain c
     set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
         hash = sha256(sha256(record_send(row('sanban.audit.3'::text, audit_link.kind, audit_link.subject::text, (c.seq + 1)::text)) || audit_link.told) || c.hash)
   where c.subject_kind = audit_link.kind and c.subject_id = audit_link.subject
  returning c.seq, c.hash into audit_link.place, audit_link.hash;
  if not found then
    says := sha256(record_send(row('sanban.audit.3'::text, audit_link.kind, audit_link.subject::text, '1'::text)) || audit_link.told);
    insert into audit_chain as c (subject_kind, subject_id, seq, prev_hash, hash)
    values (audit_link.kind, audit_link.subject, 1, ''::bytea, sha256(says))
    on conflict on constraint one_chain_a_subject do update
       set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
           hash = sha256(sha256(record_send(row('sanban.audit.3'::text, audit_link.kind, audit_link.subject::text, (c.seq + 1)::text)) || audit_link.told) || c.hash)
    returning c.seq, c.hash into audit_link.place, audit_link.hash;
  end if;
  says := sha256(record_send(row('sanban.audit.3'::text, audit_link.kind, audit_link.subject::text, audit_link.place::text)) || audit_link.told);
  audit_link.check_bits := ('x' || encode(substr(says, 1, 4), 'hex'))::bit(32)::integer;
end
$$;
