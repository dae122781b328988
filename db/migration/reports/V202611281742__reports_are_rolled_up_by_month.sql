-- Why: a report over five years and a million handlings must not count them all again. What can be counted is said once, in views;
-- a job counts finished spans into report_rollup; what it has not come to yet is counted live, by the same conditions.
-- Nothing here stands in the way of a step: all but one of the indexes are summaries of page ranges (BRIN), no trigger is set.
-- Locks: task, handling and movement against writes while the BRIN indexes are built, a second a million rows.
-- Back out: drop the tables report_rollup, report_month, report_watch, report_approval, report_base, report_monthly, the six views below and the six indexes.

create index task_done_about on task using brin (done_at) with (pages_per_range = 32, autosummarize = on);
create index task_due_about on task using brin (due_at) with (pages_per_range = 32, autosummarize = on);
create index handling_started_about on handling using brin (started_at) with (pages_per_range = 32, autosummarize = on);
create index handling_closed_about on handling using brin (closed_at) with (pages_per_range = 32, autosummarize = on);
create index movement_about on movement using brin (at) with (pages_per_range = 32, autosummarize = on);

create index clock_stop_of_handling on clock_stop (handling_id);

create view report_step as
select t.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade, t.step, t.unit_id, t.state, t.round,
       t.outcome, t.clock, t.holder_id, t.role, t.arrived_at, t.opened_at, t.due_at, t.done_at, t.late, t.own_minutes, t.waiting_minutes, t.waiting_since,
       h.stop_reason is not null as standing, t.arrived_at as since
  from task t join handling h on h.id = t.handling_id
 where t.kind = 'MAIN' and t.state in ('OPEN', 'DONE');
comment on view report_step is 'One task that a step waits for or waited for. since: where its time is counted from.';

create view report_matter as
select h.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade, '' as step,
       h.owner_unit as unit_id, h.state, h.round, h.outcome, null::bigint as holder_id, null::text as role, h.started_at, h.closed_at,
       h.started_at as since,
       (select coalesce(sum(extract(epoch from s.resumed_at - s.stopped_at)) / 60, 0)::bigint from clock_stop s where s.handling_id = h.id and s.resumed_at is not null) as stopped_minutes
  from handling h;
comment on view report_matter is 'One matter from its start to its end, voided ones included.';

create table report_approval (
  subject_kind text    not null,
  step         text    not null,
  decides      boolean not null,
  of           text    not null default 'draft',
  constraint an_approval_step_is_named_once primary key (subject_kind, step)
);
comment on table report_approval is 'Steps between the submission of a paper (of: draft, minutes, press) and its decision (报审): arriving at the first of them submits, leaving one that decides approves, a return from any of them rejects the round.';
insert into report_approval (subject_kind, step, decides) values
  ('outgoing', 'review', false), ('outgoing', 'chief', false), ('outgoing', 'deputy', false), ('outgoing', 'legal', false),
  ('outgoing', 'submit', false), ('outgoing', 'agenda', false), ('outgoing', 'sign', true);

create view report_submission as
select t.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade,
       case when h.attributes ->> 'type' = 'MINUTES' then 'minutes' else a.of end as step, h.owner_unit as unit_id, t.state, t.round, t.outcome, t.holder_id, t.role, t.done_at,
       (select min(f.arrived_at) from task f join report_approval fa on fa.subject_kind = h.subject_kind and fa.step = f.step
         where f.handling_id = t.handling_id and f.round = t.round and f.kind = 'MAIN' and f.arrived_at is not null) as since
  from task t join handling h on h.id = t.handling_id
  join report_approval a on a.subject_kind = h.subject_kind and a.step = t.step
 where t.kind = 'MAIN' and t.state = 'DONE' and (a.decides or t.outcome = 'RETURNED')
   and not exists (select 1 from task l where l.handling_id = t.handling_id and l.visit = t.visit and l.turn > t.turn and l.kind = 'MAIN' and l.state in ('OPEN', 'DONE', 'QUEUED'));
comment on view report_submission is 'One round of a draft that was decided: approved or returned. since: its submission. step: what was submitted, draft or minutes.';

create view report_shelf as
select i.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade, '' as step, h.owner_unit as unit_id,
       i.state, h.round, h.outcome, null::bigint as holder_id, null::text as role, i.transferred_at, i.stored_at, coalesce(i.same_day, false) as same_day,
       i.prompt_adjusted, i.rejections, i.transferred_at as since
  from archive_item i join handling h on h.subject_kind = i.subject_kind and h.subject_id = i.subject_id;
comment on view report_shelf is 'One item handed over to the archive.';

create view report_move as
select m.id as row_id, h.id as handling_id, h.subject_kind, h.subject_id, h.title, h.number, h.urgency, h.confidentiality as grade, coalesce(m.from_step, '') as step,
       h.owner_unit as unit_id, h.state, m.round, m.kind as outcome, null::bigint as holder_id, null::text as role, m.at, m.at as since
  from movement m join handling h on h.id = m.handling_id
 where m.kind in ('URGE', 'EXTEND');
comment on view report_move is 'One reminder (催办) or request for more time (延期).';

create table report_rollup (
  month        date     not null,
  measure      text     not null,
  subject_kind text     not null,
  step         text     not null,
  unit_id      bigint   not null,
  urgency      text     not null,
  grade        smallint not null,
  n            int      not null,
  minutes      bytea,
  constraint a_cell_is_rolled_up_once primary key (measure, month, subject_kind, step, unit_id, urgency, grade),
  constraint a_month_begins_on_its_first check (extract(day from month) = 1)
);
comment on table report_rollup is 'What a month counts, by measure and by all that a report may be narrowed to. minutes: how long, as counts of lengths rounded to two digits.';
create index report_rollup_of_month on report_rollup (month);

create table report_month (
  month     date        primary key,
  until     timestamptz not null,
  rolled_at timestamptz not null
);
comment on table report_month is 'How far a month is rolled up: everything that happened in it before until; what came later is counted live.';

create table report_watch (
  one     boolean     primary key default true check (one),
  seen_to timestamptz not null,
  seen_id bigint      not null,
  whole   date        not null
);
comment on table report_watch is 'Up to which movement the roll-up has looked for months that something restated, and the last day on which recent months were counted anew whatever moved.';

create table report_base (
  one    boolean primary key default true check (one),
  starts date    not null,
  ends   date    not null,
  set_by bigint  not null,
  set_at timestamptz not null,
  constraint a_base_period_has_months check (ends > starts and extract(day from starts) = 1 and extract(day from ends) = 1)
);
comment on table report_base is 'The base period (基期) that time saved (压缩率) is measured against: first day, and the first day after it.';

create view report_error_word as
select 'business' as what, code, name, name_en, ordering, subject_kind from error_business
union all select 'stage', business || '/' || code, name, name_en, ordering, null from error_stage
union all select 'kind', code, word || ' ' || name, name_en, test_order, null from error_kind
union all select 'type', code, name, name_en, 0, null from error_type
union all select 'severity', code, code || ' ' || name, code || ' ' || name_en, 0, null from error_severity;
comment on view report_error_word is 'The words of the taxonomy of errors in two languages, for the reports.';

create table report_monthly (
  id          bigint generated always as identity primary key,
  month       date        not null unique,
  composed_at timestamptz not null,
  figures     jsonb       not null,
  constraint a_monthly_report_is_of_a_whole_month check (extract(day from month) = 1)
);
comment on table report_monthly is 'append-only: the report of a month (月报) as it stood when it was composed; what was restated since is seen beside it.';
