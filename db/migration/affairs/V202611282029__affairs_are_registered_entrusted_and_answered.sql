-- Why: affairs (办事, domain.md §6): one model for instructions, supervised matters, decisions, proposals, petitions, requests and services;
-- leaders' instructions verbatim, units and bodies that take part, rounds of feedback with their evidence, numbers by series and year.
-- Locks: role and known_right for a moment; else creates only.
-- Back out: drop the tables and the sequence made here; array_remove the rights from role; delete them from known_right.

create sequence affair_seq;

create table affair (
  id               bigint primary key default nextval('affair_seq'),
  request_id       text        not null,
  category         text        not null,
  no               text,
  origin_no        text,
  title            text        not null,
  -- where it comes from
  source_type      text        not null,
  source_kind      text,
  source_id        bigint,
  source_words     text,
  instruction      text,
  -- what is asked
  standard         text,
  first_matter     boolean     not null default false,
  lane             text        not null default 'NORMAL',
  lane_reason      text,
  owner            bigint,
  owner_unit       bigint      not null,
  due_at           timestamptz,
  sensitive        boolean     not null default false,
  -- how far it is; follows the steps
  state            text        not null default 'DRAFT',
  registered_at    timestamptz,
  entrusted_at     timestamptz,
  closed_at        timestamptz,
  outcome          text,
  rounds           int         not null default 0,
  -- what came of it
  result           text,
  after_action     text,
  merged_into      bigint references affair,
  answer_class     text,
  answered_on      date,
  satisfaction     text,
  satisfaction_words text,
  created_by       bigint      not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  version          int         not null default 0,
  constraint an_affair_is_told_once_a_request unique (request_id),
  constraint an_affair_number_is_given_once unique (no),
  constraint an_affair_is_not_merged_into_itself check (merged_into <> id),
  constraint affair_lane_is_known check (lane in ('NORMAL', 'ROUTINE_FAST', 'URGENT_SPECIAL')),
  constraint another_lane_has_its_reason check (lane = 'NORMAL' or lane_reason is not null),
  constraint affair_satisfaction_is_known check (satisfaction in ('SATISFIED', 'PARTLY_SATISFIED', 'UNSATISFIED')),
  constraint affair_source_is_a_whole_reference check ((source_kind is null) = (source_id is null))
);
comment on table affair is 'Affairs: what each is. Where it stands and who holds it is the engine''s; state follows it. no: of the office, given once; origin_no: of the body that asks (建议第127号).';
create index affair_open on affair (due_at) where closed_at is null;
create index affair_of_source on affair (source_kind, source_id) where source_kind is not null;

create table affair_party (
  affair_id    bigint not null references affair,
  part         text   not null,
  unit         bigint,
  organization bigint,
  ordering     int    not null,
  constraint affair_part_is_known check (part in ('LEAD', 'SUPPORT')),
  constraint a_party_is_a_unit_or_a_body check ((unit is null) <> (organization is null))
);
create unique index an_affair_has_one_lead_unit on affair_party (affair_id) where part = 'LEAD' and unit is not null;
create unique index an_affair_has_one_lead_body on affair_party (affair_id) where part = 'LEAD' and organization is not null;
create unique index a_unit_takes_part_once on affair_party (affair_id, unit) where unit is not null;
create unique index a_body_takes_part_once on affair_party (affair_id, organization) where organization is not null;
create index affair_party_unit on affair_party (unit) where unit is not null;
comment on table affair_party is 'Who handles it: one lead (主办) and who supports (协办), units of the office and bodies outside. A body outside answers through the unit that leads in the office.';

create table affair_instruction (
  id           bigint generated always as identity primary key,
  subject_kind text        not null,
  subject_id   bigint      not null,
  movement     bigint      not null,
  leader       bigint      not null,
  words        text,
  sort         text        not null,
  given_at     timestamptz not null,
  affair_id    bigint references affair,
  constraint an_instruction_is_kept_once unique (movement),
  constraint instruction_sort_is_known check (sort in ('ACT', 'READ', 'CIRCLED'))
);
comment on table affair_instruction is 'append-only: what leaders wrote on papers (批示), verbatim. ACT asks for something and became an affair; READ and CIRCLED ask for nothing.';
create index affair_instruction_of on affair_instruction (subject_kind, subject_id);
create index affair_instruction_affair on affair_instruction (affair_id) where affair_id is not null;

create table affair_feedback (
  id         bigint generated always as identity primary key,
  affair_id  bigint      not null references affair,
  request_id text        not null,
  kind       text        not null,
  round      int         not null,
  words      text        not null,
  unit       bigint,
  organization bigint,
  signed_by  text,
  leads      boolean     not null,
  by_person  bigint      not null,
  at         timestamptz not null,
  constraint a_feedback_is_given_once_a_request unique (request_id),
  constraint feedback_kind_is_known check (kind in ('PROGRESS', 'FEEDBACK'))
);
comment on table affair_feedback is 'append-only: reports on the way (PROGRESS) and rounds of feedback that are reviewed (FEEDBACK). leads: given by whoever leads, not by a supporting unit.';
create index affair_feedback_of on affair_feedback (affair_id, id);

create table affair_evidence (
  feedback_id bigint not null references affair_feedback,
  file_id     bigint not null,
  constraint a_file_is_evidence_once primary key (feedback_id, file_id)
);
comment on table affair_evidence is 'append-only: the files that a feedback rests on (佐证).';

create table affair_verdict (
  id        bigint generated always as identity primary key,
  affair_id bigint      not null references affair,
  round     int         not null,
  verdict   text        not null,
  words     text,
  by_person bigint      not null,
  at        timestamptz not null,
  constraint verdict_is_known check (verdict in ('APPROVED', 'REDO'))
);
comment on table affair_verdict is 'append-only: how the review of each round ended (审核), a return with its reason.';
create index affair_verdict_of on affair_verdict (affair_id, id);

create table affair_counter (
  series text not null,
  year   int  not null,
  last   int  not null,
  constraint a_series_of_affairs_counts_once_a_year primary key (series, year)
);
comment on table affair_counter is 'Last number of a series (督〔2026〕041) in a year; locked to the end of the transaction, so that none is left out.';

create table affair_leap (
  id        bigint generated always as identity primary key,
  series    text        not null,
  year      int         not null,
  first     int         not null,
  last      int         not null,
  reason    text        not null,
  by_person bigint      not null,
  at        timestamptz not null
);
comment on table affair_leap is 'append-only: numbers that stand in another register, with the reason (promise 1).';

insert into known_right (code) values ('affair.begin') on conflict do nothing;
update role set rights = rights || '{affair.begin}' where code in ('SUPERVISOR', 'DIV_CHIEF', 'CLERK', 'DUTY_OFFICER') and not 'affair.begin' = any (rights);
