-- Why: a decision of a meeting becomes an affair word for word; whoever registers it may write it anew. What the minutes say stays beside it, so that a
--      distorted decision is seen and proposed as an error.
-- Locks: creates one table. Back out: drop it; affairs stay whole.
create table affair_decision (
  affair_id   bigint primary key references affair,
  decision_id bigint      not null unique,
  words       text        not null,
  lead_unit   bigint,
  lead_body   bigint,
  due_at      timestamptz not null
);
comment on table affair_decision is 'append-only: what the minutes say of the decision that became the affair.';

insert into affair_decision (affair_id, decision_id, words, lead_unit, lead_body, due_at)
select a.id, d.id, d.text, cast(d.lead ->> 'unit' as bigint), cast(d.lead ->> 'organization' as bigint), d.due_at
  from affair a join meeting_decision d on a.request_id = 'decision-' || d.id
 where d.due_at is not null;
