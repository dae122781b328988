-- Why: what the trail said of an act, the movement beside it said already. A row of another module may now be a line of the trail itself:
-- while it is written it is put into the chain of its subject, and keeps its place and its hash. Lines that are there stay as they are,
-- and what has no row of its own is written into audit_entry as before.
-- Locks: none. Back out: drop the two functions, after what calls them.
--
-- Form 2: hash = SHA-256 over the hash of what the row says at its place, and the hash before. Of the former the first four bytes are kept,
-- which prove nothing; they tell which of two neighbours was altered, so that the hash before need not be stored a second time.

-- A value of such a row as it enters the hash: its name, then what it says. What is empty does not enter, so that a column added later leaves
-- the hashes of older rows as they are.
create function audit_told(name text, value text) returns bytea
  language sql stable parallel safe
  return case when value is null then ''::bytea else audit_field(convert_to(name, 'UTF8')) || audit_field(convert_to(value, 'UTF8')) end;

create function audit_says(kind text, subject bigint, seq bigint, told bytea) returns bytea
  language sql stable parallel safe
  return sha256(audit_field(convert_to('sanban.audit.2', 'UTF8')) || audit_field(convert_to(kind, 'UTF8')) || audit_field(int8send(subject))
    || audit_field(int8send(seq)) || audit_field(told));

-- Lengthens the chain of a subject by a row that says what it says, for triggers of the owner alone. The row of the chain stays locked to the end.
create function audit_carry(kind text, subject bigint, told bytea, out place bigint, out check_bits integer, out hash bytea)
  language plpgsql volatile set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  says bytea;
begin
  update audit_chain c
     set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
         hash = sha256(audit_field(audit_says(audit_carry.kind, audit_carry.subject, c.seq + 1, audit_carry.told)) || audit_field(c.hash))
   where c.subject_kind = audit_carry.kind and c.subject_id = audit_carry.subject
  returning c.seq, c.hash into audit_carry.place, audit_carry.hash;
  if not found then
    insert into audit_chain as c (subject_kind, subject_id, seq, prev_hash, hash)
    values (audit_carry.kind, audit_carry.subject, 1, ''::bytea,
            sha256(audit_field(audit_says(audit_carry.kind, audit_carry.subject, 1, audit_carry.told)) || audit_field(''::bytea)))
    on conflict on constraint one_chain_a_subject do update
       set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
           hash = sha256(audit_field(audit_says(audit_carry.kind, audit_carry.subject, c.seq + 1, audit_carry.told)) || audit_field(c.hash))
    returning c.seq, c.hash into audit_carry.place, audit_carry.hash;
  end if;
  says := audit_says(audit_carry.kind, audit_carry.subject, audit_carry.place, audit_carry.told);
  audit_carry.check_bits := ('x' || encode(substr(says, 1, 4), 'hex'))::bit(32)::integer;
end
$$;
