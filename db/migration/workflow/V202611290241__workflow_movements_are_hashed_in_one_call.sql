-- Why: a movement enters the trail in form 3 (audit_link); each row says in which form it was hashed.
-- Locks: movement exclusively for a moment (a column with a constant default rewrites nothing). Back out: the function as in V202611282313.
-- A column added to movement later raises the form: its migration and MovementsOnTheTrail say which columns each form covers.
alter table movement add column link_form smallint not null default 2;
comment on column movement.link_form is 'How the row was hashed (audit_link); rows without a link have none.';

create or replace function movement_is_a_link() returns trigger
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  matter record;
  line   record;
begin
  select subject_kind, subject_id into strict matter from handling where id = new.handling_id;
  line := audit_link(matter.subject_kind, matter.subject_id, record_send(row(
      new.id::text, new.handling_id::text, new.seq::text, new.kind, new.task_id::text, new.actor_id::text, new.on_behalf_of::text, new.from_step,
      new.to_step, new.from_visit::text, new.transition, new.round::text, new.opinion, new.opinion_kind, new.reason, new.corrects::text,
      new.detail::text, ((extract(epoch from new.at) * 1000000)::bigint)::text, new.request_id, new.client)));
  new.link := line.place;
  new.link_check := line.check_bits;
  new.link_hash := line.hash;
  new.link_form := 3;
  return new;
end
$$;
