-- Why: every change of state is on a trail that can prove it was not altered (promise 11). One row a happening, chained by
--      hash within its subject; every minute the heads of the grown chains are sealed under one Merkle root, and the seals
--      are chained, so that a chain cut short or missing as a whole is noticed too.
-- Locks: new tables only.
-- Back out: drop the tables and functions of this file; the trail is lost with them, so keep a dump.
--
-- The application's role writes through the functions alone. Even the owner cannot alter a line: the triggers refuse unless
-- an operator says, in the same session, set sanban.audit_repair = 'on' (docs/operations.md). Verification finds it all the same.

create table audit_chain (
  subject_kind text    not null,
  subject_id   bigint  not null,
  seq          bigint  not null,
  prev_hash    bytea   not null,
  hash         bytea   not null,
  sealed_seq   bigint  not null default 0,
  unsealed     boolean not null default true,
  constraint one_chain_a_subject primary key (subject_kind, subject_id),
  constraint sealed_up_to_the_head_at_most check (sealed_seq between 0 and seq)
) with (fillfactor = 70);
comment on table audit_chain is 'sealed: head of the trail of each subject, written by audit_append and audit_seal_chains';
comment on column audit_chain.unsealed is 'sealed_seq < seq; stays true between two seals, so that appending touches no index';
create index audit_chain_unsealed on audit_chain (subject_kind, subject_id) where unsealed;

create sequence audit_entry_seq;
create table audit_entry (
  id           bigint      not null,
  subject_kind text        not null,
  subject_id   bigint      not null,
  seq          bigint      not null,
  form         smallint    not null,
  at           timestamptz not null,
  actor        bigint      not null,
  on_behalf_of bigint,
  what         text        not null,
  detail       text        not null,
  client       text        not null,
  prev_hash    bytea       not null,
  hash         bytea       not null,
  constraint one_entry_a_link primary key (subject_kind, subject_id, seq)
);
comment on table audit_entry is 'sealed: the trail itself, one row a happening, written by audit_append';
comment on column audit_entry.form is 'encoding and algorithm of the hash; 1: SHA-256 over length-prefixed fields, see audit_hash';
comment on column audit_entry.id is 'order of writing; gaps are normal (rolled back acts), links are counted by seq';
comment on column audit_entry.actor is 'person; 0 the system itself';
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_actor on audit_entry (actor, at, id);
create index audit_entry_by_principal on audit_entry (on_behalf_of, at, id) where on_behalf_of is not null;

create table audit_seal (
  id          bigint      not null,
  form        smallint    not null,
  sealed_at   timestamptz not null,
  leaf_count  bigint      not null,
  merkle_root bytea       not null,
  prev_hash   bytea       not null,
  hash        bytea       not null,
  constraint seal_by_number primary key (id)
);
comment on table audit_seal is 'sealed: one row a minute in which something happened, numbered without gaps, each chained to the one before';

create table audit_seal_leaf (
  seal_id      bigint not null,
  place        bigint not null,
  subject_kind text   not null,
  subject_id   bigint not null,
  seq          bigint not null,
  hash         bytea  not null,
  constraint one_leaf_a_place primary key (seal_id, place),
  constraint one_leaf_a_link unique (subject_kind, subject_id, seq)
);
comment on table audit_seal_leaf is 'sealed: the head of each chain that grew since the seal before';

-- A field as it enters a hash: its length in bytes (four bytes, -1 for none), then the bytes. Nothing can slide from one field into the next.
create function audit_field(value bytea) returns bytea
  language sql immutable parallel safe
  return case when value is null then int4send(-1) else int4send(octet_length(value)) || value end;

create function audit_hash(kind text, subject bigint, seq bigint, at timestamptz, actor bigint, on_behalf_of bigint,
                           what text, detail text, client text, prev_hash bytea) returns bytea
  language sql stable parallel safe
  return sha256(audit_field(convert_to('sanban.audit.1', 'UTF8'))
    || audit_field(convert_to(kind, 'UTF8')) || audit_field(int8send(subject)) || audit_field(int8send(seq))
    || audit_field(int8send((extract(epoch from at) * 1000000)::bigint))
    || audit_field(int8send(actor)) || audit_field(int8send(on_behalf_of))
    || audit_field(convert_to(what, 'UTF8')) || audit_field(convert_to(detail, 'UTF8'))
    || audit_field(convert_to(client, 'UTF8')) || audit_field(prev_hash));

-- Appends one happening to the chain of its subject and returns its place there. The row of the chain stays locked to the
-- end of the transaction: a subject is acted on by one at a time anyway.
create function audit_append(kind text, subject bigint, happened_at timestamptz, person bigint, principal bigint,
                             word text, more text, origin text) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  place bigint;
begin
  with link as (
    insert into audit_chain as c (subject_kind, subject_id, seq, prev_hash, hash)
    values (kind, subject, 1, ''::bytea,
            audit_hash(kind, subject, 1, happened_at, person, principal, word, more, origin, ''::bytea))
    on conflict on constraint one_chain_a_subject do update
       set seq = c.seq + 1, prev_hash = c.hash, unsealed = true,
           hash = audit_hash(kind, subject, c.seq + 1, happened_at, person, principal, word, more, origin, c.hash)
    returning c.seq, c.prev_hash, c.hash)
  insert into audit_entry (id, subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client, prev_hash, hash)
  select nextval('audit_entry_seq'), kind, subject, link.seq, 1, happened_at, person, principal, word, more, origin, link.prev_hash, link.hash
    from link
  returning seq into place;
  return place;
end
$$;

create function audit_leaf_hash(kind text, subject bigint, seq bigint, hash bytea) returns bytea
  language sql stable parallel safe
  return sha256('\x00'::bytea || audit_field(convert_to(kind, 'UTF8')) || audit_field(int8send(subject))
    || audit_field(int8send(seq)) || audit_field(hash));

create function audit_seal_hash(seal bigint, sealed_at timestamptz, leaves bigint, root bytea, prev_hash bytea) returns bytea
  language sql stable parallel safe
  return sha256(audit_field(convert_to('sanban.seal.1', 'UTF8')) || audit_field(int8send(seal))
    || audit_field(int8send((extract(epoch from sealed_at) * 1000000)::bigint))
    || audit_field(int8send(leaves)) || audit_field(root) || audit_field(prev_hash));

-- Root of a Merkle tree: pairs are hashed level by level, one left over at the end of a level moves up as it is.
create function audit_merkle_root(leaves bytea[]) returns bytea
  language plpgsql immutable parallel safe
as $$
begin
  while cardinality(leaves) > 1 loop
    select array_agg(case when b is null then a else sha256('\x01'::bytea || a || b) end order by pair) into leaves
      from (select (n - 1) / 2 as pair, (array_agg(h) filter (where n % 2 = 1))[1] as a, (array_agg(h) filter (where n % 2 = 0))[1] as b
              from unnest(leaves) with ordinality as level (h, n) group by 1) as pairs;
  end loop;
  return leaves[1];
end
$$;

-- Seals up to "most" grown chains under one root and returns how many. Chains being written at this moment are left to the next seal.
create function audit_seal_chains(happened_at timestamptz, most integer) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  latest  audit_seal;
  number  bigint;
  leaves  bigint;
  root    bytea;
begin
  lock table audit_seal in share row exclusive mode;
  select * into latest from audit_seal order by id desc limit 1;
  number := coalesce(latest.id, 0) + 1;
  with grown as (
    select subject_kind, subject_id, seq, hash from audit_chain
     where unsealed order by subject_kind, subject_id limit most for update skip locked),
  sealed as (
    update audit_chain c set sealed_seq = g.seq, unsealed = false
      from grown g where c.subject_kind = g.subject_kind and c.subject_id = g.subject_id)
  insert into audit_seal_leaf (seal_id, place, subject_kind, subject_id, seq, hash)
  select number, row_number() over (order by subject_kind, subject_id), subject_kind, subject_id, seq, hash from grown;
  get diagnostics leaves = row_count;
  if leaves > 0 then
    select audit_merkle_root(array_agg(audit_leaf_hash(subject_kind, subject_id, seq, hash) order by place)) into root
      from audit_seal_leaf where seal_id = number;
    insert into audit_seal (id, form, sealed_at, leaf_count, merkle_root, prev_hash, hash)
    values (number, 1, happened_at, leaves, root, coalesce(latest.hash, ''::bytea),
            audit_seal_hash(number, happened_at, leaves, root, coalesce(latest.hash, ''::bytea)));
  end if;
  return leaves;
end
$$;

create function audit_refuse() returns trigger language plpgsql as $$
begin
  if current_setting('sanban.audit_repair', true) = 'on' then
    if tg_op = 'DELETE' then
      return old;
    end if;
    return new;
  end if;
  raise exception '% of % refused: the audit trail is only ever appended to', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
create trigger only_appended before update or delete on audit_entry for each row execute function audit_refuse();
create trigger only_appended before update or delete on audit_seal for each row execute function audit_refuse();
create trigger only_appended before update or delete on audit_seal_leaf for each row execute function audit_refuse();
create trigger never_deleted before delete on audit_chain for each row execute function audit_refuse();
create trigger never_turned_back before update on audit_chain for each row
  when (new.subject_kind <> old.subject_kind or new.subject_id <> old.subject_id or new.seq < old.seq or new.sealed_seq < old.sealed_seq)
  execute function audit_refuse();
create trigger never_emptied before truncate on audit_entry for each statement execute function audit_refuse();
create trigger never_emptied before truncate on audit_chain for each statement execute function audit_refuse();
create trigger never_emptied before truncate on audit_seal for each statement execute function audit_refuse();
create trigger never_emptied before truncate on audit_seal_leaf for each statement execute function audit_refuse();
