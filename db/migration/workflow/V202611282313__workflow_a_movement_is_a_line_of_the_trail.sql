-- Why: an act was written twice, as a movement and as a line of the audit trail that said the same: 13 rows and 6 KB of a finished paper's
-- 43 and 17. The movement is the line of the trail now: a trigger of the owner gives it its place and its hash in the chain of its subject as it
-- is written. Movements of before keep the line beside them.
-- Locks: movement exclusively for a moment (columns without a default rewrite nothing), then against writes while the small index is built.
-- Back out: drop the triggers; the application of before writes its own lines again. The columns stay, they are the proof of what was written with them.
alter table movement
  add column client text,
  add column link int,
  add column link_check int,
  add column link_hash bytea,
  add constraint a_link_is_whole check (num_nulls(link, link_check, link_hash) in (0, 3)) not valid;
comment on column movement.client is 'The address that the request came from; empty for jobs.';
comment on column movement.link is 'Place in the chain of the subject (audit_chain); empty: written before movements were lines of the trail themselves.';
comment on column movement.link_check is 'First bits of the hash of what the row says; prove nothing, name the place (audit_carry).';

create function movement_is_a_link() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  matter record;
  line   record;
begin
  select subject_kind, subject_id into strict matter from handling where id = new.handling_id;
  line := audit_carry(matter.subject_kind, matter.subject_id,
      audit_told('id', new.id::text) || audit_told('handling_id', new.handling_id::text) || audit_told('seq', new.seq::text)
      || audit_told('kind', new.kind) || audit_told('task_id', new.task_id::text) || audit_told('actor_id', new.actor_id::text)
      || audit_told('on_behalf_of', new.on_behalf_of::text) || audit_told('from_step', new.from_step) || audit_told('to_step', new.to_step)
      || audit_told('from_visit', new.from_visit::text) || audit_told('transition', new.transition) || audit_told('round', new.round::text)
      || audit_told('opinion', new.opinion) || audit_told('opinion_kind', new.opinion_kind) || audit_told('reason', new.reason)
      || audit_told('corrects', new.corrects::text) || audit_told('detail', new.detail::text) || audit_told('at', ((extract(epoch from new.at) * 1000000)::bigint)::text)
      || audit_told('request_id', new.request_id) || audit_told('client', new.client));
  new.link := line.place;
  new.link_check := line.check_bits;
  new.link_hash := line.hash;
  return new;
end
$$;
create trigger stands_on_the_trail before insert on movement for each row execute function movement_is_a_link();
create trigger only_appended before update or delete on movement for each row execute function audit_refuse();
create trigger never_emptied before truncate on movement for each statement execute function audit_refuse();

-- Whose acts: the page of the audit looks for a person; a summary of page ranges is enough, since one looks from the newest back.
create index movement_of_person on movement using brin (actor_id int8_bloom_ops, on_behalf_of int8_bloom_ops) with (pages_per_range = 32, autosummarize = on);
