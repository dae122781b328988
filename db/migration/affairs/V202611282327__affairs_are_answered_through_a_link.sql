-- Why: a body outside that leads or supports an affair tells through a link without an account how far it is, with its evidence; whoever holds the affair
--      answers with it. The link is known by its hash alone, expires and can be ended.
-- Locks: creates one table. Back out: drop it; what was told stays in affair_feedback.
create table affair_link (
  id           bigint generated always as identity primary key,
  affair_id    bigint      not null references affair,
  organization bigint      not null,
  token_hash   text        not null,
  made_by      bigint      not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  opened_at    timestamptz,
  constraint a_token_leads_to_one_affair unique (token_hash)
);
comment on table affair_link is 'Links by which bodies outside tell how far an affair is. One at a time for a body: a new one ends the old one.';
create unique index a_body_has_one_link_of_an_affair on affair_link (affair_id, organization) where ended_at is null;
