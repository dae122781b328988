-- Why: the engine. Procedures as data, one handling a subject, tasks in trays, movements that are never altered.
-- Locks: creates tables only. Back out: drop the six tables and five sequences made here.

create sequence procedure_seq increment by 50;
create sequence handling_seq increment by 50;
create sequence task_seq increment by 50;
create sequence movement_seq increment by 50;
create sequence clock_stop_seq increment by 50;

create table procedure (
  id            bigint primary key,
  code          text        not null,
  edition       int         not null,
  subject_kind  text        not null,
  definition    text        not null,
  state         text        not null,
  changed_at    timestamptz not null,
  changed_by    bigint      not null,
  constraint procedure_has_one_edition_of_a_number unique (code, edition),
  constraint procedure_state_is_known check (state in ('DRAFT', 'PUBLISHED', 'RETIRED'))
);
create unique index procedure_has_one_published_edition on procedure (code) where state = 'PUBLISHED';
create unique index procedure_has_one_draft on procedure (code) where state = 'DRAFT';
comment on table procedure is 'A way of handling (程序), whole and immutable once published; a running handling keeps its edition.';

create table handling (
  id              bigint primary key,
  subject_kind    text        not null,
  subject_id      bigint      not null,
  procedure_id    bigint      not null references procedure,
  step            text,
  state           text        not null,
  outcome         text,
  visit           int         not null,
  visit_count     int         not null,
  round           int         not null,
  pending         int         not null,
  movement_count  int         not null,
  resume_step     text,
  resume_visit    int,
  urgency         text        not null,
  confidentiality smallint    not null,
  owner_unit      bigint      not null,
  title           text        not null,
  number          text,
  counterpart     text,
  attributes      jsonb       not null,
  due_document    timestamptz,
  due_leader      timestamptz,
  started_by      bigint      not null,
  started_at      timestamptz not null,
  moved_at        timestamptz not null,
  closed_at       timestamptz,
  stop_reason     text,
  stopped_at      timestamptz,
  version         int         not null,
  constraint a_subject_has_one_handling unique (subject_kind, subject_id),
  constraint handling_state_is_known check (state in ('RUNNING', 'CLOSED', 'VOIDED')),
  constraint a_running_handling_waits_for_somebody check ((state = 'RUNNING') = (pending > 0)),
  constraint a_running_handling_stands_at_a_step check ((state = 'RUNNING') = (step is not null)),
  constraint a_closed_handling_says_when check ((state = 'RUNNING') = (closed_at is null))
) with (fillfactor = 85);
create index handling_by_owner_unit on handling (owner_unit, id);
create index handling_running_by_step on handling (subject_kind, step, id) where state = 'RUNNING';
create index handling_stopped on handling (stopped_at) where stop_reason is not null;

create table task (
  id              bigint primary key,
  handling_id     bigint      not null references handling,
  kind            text        not null,
  part            text        not null,
  state           text        not null,
  step            text        not null,
  visit           int         not null,
  round           int         not null,
  turn            int         not null,
  parent_id       bigint      references task,
  holder_id       bigint,
  role            text,
  unit_id         bigint      not null,
  assigned_by     bigint      not null,
  note            text,
  clock           text        not null,
  minutes_allowed bigint,
  arrived_at      timestamptz,
  opened_at       timestamptz,
  due_at          timestamptz,
  still_at        timestamptz,
  nudge_at        timestamptz,
  nudge_level     smallint    not null,
  waiting_since   timestamptz,
  waiting_minutes bigint      not null,
  own_minutes     bigint,
  done_at         timestamptz,
  done_by         bigint,
  outcome         text,
  late            boolean generated always as (coalesce(done_at > due_at, false)) stored,
  constraint task_kind_is_known check (kind in ('MAIN', 'READ', 'ERRAND', 'SIGN_BEFORE', 'EXTENSION', 'OVERRIDE')),
  constraint task_state_is_known check (state in ('QUEUED', 'OPEN', 'DONE', 'DROPPED')),
  constraint a_task_lies_in_a_tray check (holder_id is not null or role is not null),
  constraint a_task_is_open_or_says_when_it_ended check ((state in ('QUEUED', 'OPEN')) = (done_at is null)),
  constraint an_open_task_has_arrived check (state <> 'OPEN' or arrived_at is not null)
) with (fillfactor = 85);
create index task_of_handling on task (handling_id, id);
create index task_open_of_handling on task (handling_id) where state in ('QUEUED', 'OPEN');
create index task_in_tray on task (holder_id, due_at, id) where state = 'OPEN';
create index task_in_unit_tray on task (role, unit_id, due_at, id) where state = 'OPEN' and holder_id is null;
create index task_seen_by_holder on task (holder_id, handling_id);
create index task_done_by_person on task (done_by, done_at desc, id desc) where state = 'DONE';
create index task_to_nudge on task (nudge_at) where state = 'OPEN' and nudge_at is not null;
create index task_open_by_unit on task (unit_id, due_at) where state = 'OPEN';
comment on column task.late is 'The one rule of lateness, stamped when the task ends: done after due. While it is open: due before now.';

create table movement (
  id           bigint primary key,
  handling_id  bigint      not null references handling,
  seq          int         not null,
  kind         text        not null,
  task_id      bigint,
  actor_id     bigint      not null,
  on_behalf_of bigint,
  from_step    text,
  to_step      text,
  from_visit   int         not null,
  transition   text,
  round        int         not null,
  opinion      text,
  opinion_kind text,
  reason       text,
  corrects     bigint,
  detail       jsonb       not null,
  at           timestamptz not null,
  request_id   text        not null,
  constraint movements_of_a_handling_are_numbered unique (handling_id, seq),
  constraint a_request_moves_once unique (handling_id, request_id)
);
create index movement_with_opinion on movement (handling_id, seq) where opinion is not null;
comment on table movement is 'append-only: every act on a handling (流转记录): who, on whose behalf, from where to where, with which opinion.';

create table clock_stop (
  id            bigint primary key,
  handling_id   bigint      not null references handling,
  reason        text        not null,
  note          text        not null,
  approved_by   bigint      not null,
  stopped_at    timestamptz not null,
  resumed_at    timestamptz,
  resumed_by    bigint,
  constraint clock_stop_reason_is_legal
    check (reason in ('SENDER_COMPLETES', 'SUPERIOR_DECIDES', 'SCHEDULED_MEETING', 'FORCE_MAJEURE'))
);
create unique index a_handling_is_stopped_once_at_a_time on clock_stop (handling_id) where resumed_at is null;

create table extension (
  task_id       bigint primary key references task,
  of_task_id    bigint      not null references task,
  asked_due     timestamptz not null,
  reason        text        not null,
  asked_by      bigint      not null,
  asked_at      timestamptz not null,
  granted       boolean,
  decided_by    bigint,
  decided_at    timestamptz,
  decision_note text
);
create unique index a_task_has_one_open_extension on extension (of_task_id) where granted is null;
