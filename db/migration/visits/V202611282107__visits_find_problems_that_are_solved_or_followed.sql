-- Why: visits (调研) with the problems found there, the list of important matters (重要事项清单) and the regular contacts (domain.md §6.5).
-- Locks: role for a moment; else creates only.
-- Back out: drop the tables made here; array_remove visit.record from role; delete it from known_right.

create table visit (
  id           bigint generated always as identity primary key,
  request_id   text        not null,
  visited_on   date        not null,
  mode         text        not null,
  host         bigint      not null,
  leader       bigint,
  divisions    bigint[]    not null default '{}',
  participants int,
  topics       text,
  summary      text,
  next_contact_on date,
  score        int,
  said         text,
  said_at      timestamptz,
  created_by   bigint      not null,
  created_at   timestamptz not null,
  constraint a_visit_is_entered_once_a_request unique (request_id),
  constraint visit_mode_is_known check (mode in ('ON_SITE', 'VIDEO', 'PHONE')),
  constraint visit_score_is_known check (score between 1 and 5)
);
comment on table visit is 'Visits to departments and cities. host: the body that was visited. score, said: what the host says of it (基层说).';
create index visit_latest on visit (visited_on, id);

create table visit_problem (
  id        bigint generated always as identity primary key,
  visit_id  bigint not null references visit,
  no        int    not null,
  kind      text   not null,
  words     text   not null,
  raised_by text,
  due_on    date,
  on_site   boolean not null default false,
  how       text,
  solved_at timestamptz,
  affair_id bigint,
  satisfied boolean,
  constraint a_problem_has_its_number unique (visit_id, no),
  constraint problem_kind_is_known check (kind in ('HARD', 'PAIN', 'BLOCK')),
  constraint what_is_solved_says_how check (solved_at is null or how is not null)
);
comment on table visit_problem is 'Problems found on a visit: HARD 难点, PAIN 痛点, BLOCK 堵点. Solved on the spot, later, or followed as an affair.';
create index visit_problem_affair on visit_problem (affair_id) where affair_id is not null;

create table important_matter (
  id           bigint generated always as identity primary key,
  request_id   text        not null,
  organization bigint      not null,
  visit_id     bigint references visit,
  title        text        not null,
  lead_unit    bigint      not null,
  contact      text,
  due_on       date,
  done_at      timestamptz,
  done_words   text,
  created_by   bigint      not null,
  created_at   timestamptz not null,
  constraint a_matter_is_listed_once_a_request unique (request_id),
  constraint what_is_done_says_how check (done_at is null or done_words is not null)
);
comment on table important_matter is 'The list of important matters of departments and cities (重要事项清单): who asks, who leads here, whom to call, by when.';

create table regular_contact (
  id           bigint generated always as identity primary key,
  organization bigint      not null,
  every_days   int         not null,
  next_on      date        not null,
  last_on      date,
  owner        bigint      not null,
  note         text,
  created_at   timestamptz not null,
  constraint a_body_has_one_regular_contact unique (organization),
  constraint a_contact_comes_again check (every_days between 1 and 366)
);
comment on table regular_contact is 'The regular channel (常态联系): with whom, every how many days, next when, by whom here.';

insert into known_right (code) values ('visit.record') on conflict do nothing;
update role set rights = rights || '{visit.record}' where code in ('HANDLER', 'DIV_CHIEF', 'CLERK', 'SUPERVISOR', 'LEADER', 'GOV_LEADER', 'LEADER_SECRETARY') and not 'visit.record' = any (rights);
