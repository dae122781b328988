-- Why: large events (重大活动, domain.md §5.7): work streams, tasks that wait for each other, guests, who printed them, duty with hand-over
-- notes, the run of show, contingencies, the closing report. They hang on the meeting that the event is.
-- Locks: creates only. Back out: drop the tables made here.

create table event_stream (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint not null references meeting,
  code       text   not null,
  name       text   not null,
  owner      text   not null,
  constraint a_stream_is_named_once unique (meeting_id, code)
);

create table event_task (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint      not null references meeting,
  stream_id  bigint      not null references event_stream,
  title      text        not null,
  owner      bigint,
  starts_on  date        not null,
  due_on     date        not null,
  standard   text        not null,
  done_at    timestamptz,
  done_by    bigint,
  evidence   text,
  version    int         not null default 0,
  constraint a_task_ends_after_it_starts check (due_on >= starts_on),
  constraint a_done_task_shows_something check ((done_at is null) = (evidence is null))
);
create index event_task_of on event_task (meeting_id, due_on);
comment on table event_task is 'A task of a large event: standard says what done means, evidence that it is.';

create table event_dependency (
  task_id    bigint not null references event_task,
  depends_on bigint not null references event_task,
  primary key (task_id, depends_on),
  constraint no_task_waits_for_itself check (task_id <> depends_on)
);

create table event_guest (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint  not null references meeting,
  no         text    not null,
  cells      jsonb   not null,
  version    int     not null default 0,
  constraint a_guest_number_is_given_once unique (meeting_id, no)
);
comment on table event_guest is 'A guest (嘉宾), every cell as it came; the columns are named in the code.';

create table event_print (
  id         bigint generated always as identity primary key,
  meeting_id bigint      not null references meeting,
  by         bigint      not null,
  at         timestamptz not null
);
comment on table event_print is 'append-only: who took the list of guests out, and when.';

create table event_guest_change (
  id         bigint generated always as identity primary key,
  meeting_id bigint      not null references meeting,
  guest_id   bigint      not null references event_guest,
  field      text        not null,
  was        text        not null,
  now        text        not null,
  at         timestamptz not null,
  by         bigint      not null
);
create index event_guest_change_of on event_guest_change (meeting_id, at);
comment on table event_guest_change is 'append-only: what was changed of a guest; whoever took the list out before is told.';

create table event_change_seen (
  meeting_id bigint      not null references meeting,
  person_id  bigint      not null,
  upto       bigint      not null,
  at         timestamptz not null,
  primary key (meeting_id, person_id)
);

create table event_duty (
  id          bigint primary key default nextval('meeting_seq'),
  meeting_id  bigint      not null references meeting,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  leader      bigint      not null,
  officer     bigint      not null,
  note        text,
  handed_at   timestamptz,
  taken_at    timestamptz,
  taken_by    bigint,
  constraint a_shift_ends_after_it_starts check (ends_at > starts_at),
  constraint a_shift_is_handed_over_with_a_note check ((handed_at is null) = (note is null)),
  constraint one_shift_at_a_time exclude using gist (meeting_id with =, tstzrange(starts_at, ends_at) with &&)
);

create table event_cue (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint      not null references meeting,
  at         timestamptz not null,
  minutes    int         not null,
  what       text        not null,
  who        text        not null,
  place      text,
  backup     text,
  constraint cue_minutes_are_positive check (minutes between 1 and 1440)
);
create index event_cue_of on event_cue (meeting_id, at);

create table event_contingency (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint not null references meeting,
  what       text   not null,
  steps      text   not null,
  who        text   not null,
  phone      text   not null
);

create table event_report (
  meeting_id bigint primary key references meeting,
  text       text        not null,
  at         timestamptz not null,
  by         bigint      not null,
  version    int         not null default 0
);
