-- Why: whoever was served rates an affair through a link without an account (人民群众满意为尺): the token stands here only as a hash, expires, and is used once.
-- Locks: role for a moment; else creates only. Back out: drop table affair_rating; array_remove ticket.file from role; delete it from known_right.
create table affair_rating (
  id         bigint generated always as identity primary key,
  affair_id  bigint      not null references affair,
  token_hash text        not null,
  made_by    bigint      not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  score      int,
  words      text,
  rated_at   timestamptz,
  constraint a_token_leads_to_one_rating unique (token_hash),
  constraint rating_is_of_five check (score between 1 and 5),
  constraint a_rating_has_its_score check ((rated_at is null) = (score is null))
);
comment on table affair_rating is 'Links by which those who were served rate an affair, and what they said.';
create index affair_rating_of on affair_rating (affair_id);

insert into known_right (code) values ('ticket.file') on conflict do nothing;
update role set rights = rights || '{ticket.file}' where not no_business and code <> 'EXTERNAL_LIAISON' and not 'ticket.file' = any (rights);
