-- Why: the duty desk (值班): who is on duty, what was noted, and the hand-over that the next person signs with the own session (domain.md §6.7).
-- Locks: creates only. Back out: drop the tables made here.
create table duty_shift (
  id       bigint generated always as identity primary key,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  leader   bigint      not null,
  officer  bigint      not null,
  deputy   bigint,
  made_by  bigint      not null,
  constraint a_shift_ends_after_it_begins check (until_at > from_at),
  constraint one_shift_at_the_desk_at_a_time exclude using gist (tstzrange(from_at, until_at) with &&)
);
comment on table duty_shift is 'The roster: leader on duty (带班领导), officer, deputy. No two at a time.';

create table duty_note (
  id         bigint generated always as identity primary key,
  request_id text        not null,
  caller     text        not null,
  words      text        not null,
  by_person  bigint      not null,
  at         timestamptz not null,
  constraint a_note_is_made_once_a_request unique (request_id)
);
comment on table duty_note is 'append-only: the log of the desk (值班日志). What has to be reported is an affair.';
create index duty_note_at on duty_note (at);

create table duty_handover (
  id       bigint generated always as identity primary key,
  words    text        not null,
  open     jsonb       not null,
  given_by bigint      not null,
  given_at timestamptz not null,
  taken_by bigint,
  taken_at timestamptz,
  constraint nobody_takes_over_from_himself check (taken_by <> given_by),
  constraint a_signature_has_its_time check ((taken_by is null) = (taken_at is null))
);
create unique index one_handover_waits on duty_handover ((taken_at is null)) where taken_at is null;
comment on table duty_handover is 'Hand-over of the desk: what was open then, given by one, taken by the next in the own session.';
