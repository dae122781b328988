-- Why: meetings (办会, domain.md §5): the kinds of meeting, the plan, topics and agenda, changes that everyone who had the notice has to
-- confirm, decisions as records, the minutes as an outgoing paper.
-- Locks: creates only. Back out: drop the tables and the sequence made here.

create sequence meeting_seq;

create table meeting_type (
  code        text primary key,
  name        text    not null,
  name_en     text    not null,
  ordering    int     not null,
  topics      boolean not null,
  first_topic text,
  year_plan   boolean not null,
  minutes     boolean not null,
  signed_by   text,
  version     int     not null default 0
);
comment on table meeting_type is 'Kinds of meeting (domain.md §5.1). topics: they are called and checked; first_topic: the title of the pinned first item (第一议题), null for none; year_plan: needs a place in the yearly plan; minutes: minutes are issued.';
insert into meeting_type (code, name, name_en, ordering, topics, first_topic, year_plan, minutes, signed_by) values
  ('PLENARY', '全体会议', 'Plenary meeting', 10, true, '学习有关重要讲话和指示批示精神', false, true, '省长'),
  ('EXECUTIVE', '常务会议', 'Executive meeting', 20, true, '学习有关重要讲话和指示批示精神', false, true, '省长'),
  ('GOV_OFFICE', '省长办公会', 'Governor''s office meeting', 30, true, null, false, true, '秘书长'),
  ('SPECIAL', '专题会议', 'Special meeting', 40, false, null, false, true, '召集人'),
  ('VIDEO', '电视电话会议', 'Video conference', 50, false, null, false, false, null),
  ('PROVINCE_WIDE', '全省性会议', 'Province-wide meeting', 60, false, null, true, false, null),
  ('PARTY_GROUP', '党组会', 'Party group meeting', 70, true, '第一议题：学习有关重要讲话和指示批示精神', false, true, '党组书记'),
  ('OFFICE_MEETING', '厅务会', 'Office meeting', 80, false, '学习有关讲话精神', false, true, '主持人'),
  ('EVENT', '重大活动', 'Large event', 90, false, null, false, false, null);

create table meeting (
  id              bigint primary key default nextval('meeting_seq'),
  request_id      text        not null,
  type            text        not null references meeting_type,
  title           text        not null,
  session_no      int,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  place           text        not null,
  video           boolean     not null default false,
  branches        text[]      not null default '{}',
  chair           bigint      not null,
  owner_unit      bigint      not null,
  organizer       bigint      not null,
  reason          text        not null,
  not_merged      text,
  scale           int,
  level           text,
  budget          numeric(12, 2),
  plan_year       int,
  plan_exception  text,
  confidentiality int         not null default 0,
  created_at      timestamptz not null,
  approved_at     timestamptz,
  approved_by     bigint,
  reply_by        timestamptz,
  noticed_at      timestamptz,
  began_at        timestamptz,
  over_at         timestamptz,
  reported_at     timestamptz,
  minutes_paper   bigint,
  minutes_by      bigint,
  minutes_at      timestamptz,
  issued_at       timestamptz,
  cancelled_at    timestamptz,
  closed_at       timestamptz,
  version         int         not null default 0,
  constraint meeting_is_planned_once unique (request_id),
  constraint a_meeting_ends_after_its_start check (ends_at > starts_at),
  constraint a_meeting_ends_on_its_clock check (over_at is null or began_at is not null and over_at >= began_at),
  constraint a_paper_holds_the_minutes_of_one_meeting unique (minutes_paper)
);
create index meeting_by_day on meeting (starts_at, id);
create index meeting_by_unit on meeting (owner_unit, starts_at);
comment on table meeting is 'A meeting (会议). starts_at, ends_at: as planned now; began_at, over_at: as it was.';

create table meeting_change (
  id         bigint generated always as identity primary key,
  meeting_id bigint      not null references meeting,
  kind       text        not null,
  was_starts timestamptz not null,
  was_ends   timestamptz not null,
  was_place  text        not null,
  starts_at  timestamptz,
  ends_at    timestamptz,
  place      text,
  reason     text        not null,
  at         timestamptz not null,
  by         bigint      not null,
  constraint meeting_change_is_known check (kind in ('POSTPONED', 'MOVED', 'CANCELLED')),
  constraint a_cancelled_meeting_has_no_new_time check ((kind = 'CANCELLED') = (starts_at is null))
);
create index meeting_change_of on meeting_change (meeting_id, id);
comment on table meeting_change is 'append-only: postponed, moved or cancelled (延期、改地点、取消); whoever had the notice is told and confirms.';

-- topics and agenda ---------------------------------------------------------------------------------------------------------------------

create table meeting_topic (
  id           bigint primary key default nextval('meeting_seq'),
  request_id   text        not null,
  title        text        not null,
  type         text        not null references meeting_type,
  proposer     jsonb       not null,
  reporter     text,
  leader       bigint,
  reason       text        not null,
  minutes      int         not null,
  attend       jsonb       not null default '[]',
  consultation text        not null default 'OPEN',
  consulted    text,
  differences  text,
  legality     text        not null default 'OPEN',
  risk         text        not null default 'OPEN',
  opinion      text,
  state        text        not null default 'CALLED',
  source       text,
  meeting_id   bigint references meeting,
  called_at    timestamptz not null,
  called_by    bigint      not null,
  checked_at   timestamptz,
  checked_by   bigint,
  ended_reason text,
  version      int         not null default 0,
  constraint topic_is_proposed_once unique (request_id),
  constraint topic_minutes_are_positive check (minutes between 1 and 480),
  constraint topic_state_is_known check (state in ('CALLED', 'CHECKED', 'PLACED', 'DECIDED', 'RETURNED')),
  constraint topic_consultation_is_known check (consultation in ('OPEN', 'DONE', 'NOT_NEEDED')),
  constraint topic_legality_is_known check (legality in ('OPEN', 'DONE', 'NOT_NEEDED')),
  constraint topic_risk_is_known check (risk in ('OPEN', 'DONE', 'NOT_NEEDED')),
  constraint a_placed_topic_has_a_meeting check (state <> 'PLACED' or meeting_id is not null)
);
create index meeting_topic_waiting on meeting_topic (type, called_at) where state in ('CALLED', 'CHECKED');
comment on table meeting_topic is 'A topic (议题): called, checked (consultation, legality, risk), queued until a meeting takes it; put off, it waits for the next.';

create table meeting_item (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint  not null references meeting,
  topic_id   bigint references meeting_topic,
  position   int     not null,
  first      boolean not null default false,
  title      text    not null,
  reporter   text,
  minutes    int     not null,
  attend     jsonb   not null default '[]',
  began_at   timestamptz,
  ended_at   timestamptz,
  result     text,
  constraint item_stands_at_one_place unique (meeting_id, position) deferrable initially deferred,
  constraint the_first_topic_stands_first check (not first or position = 1),
  constraint item_minutes_are_positive check (minutes between 1 and 480),
  constraint an_item_ends_after_it_began check (ended_at is null or began_at is not null and ended_at >= began_at)
);
comment on table meeting_item is 'An item of the agenda. attend: the bodies called in for it (分议题列席).';

create table meeting_call (
  item_id    bigint      not null references meeting_item on delete cascade,
  body       text        not null,
  called_at  timestamptz not null,
  arrived_at timestamptz,
  constraint a_body_is_called_in_once primary key (item_id, body)
);
comment on table meeting_call is 'Calling in (叫会): when a body was asked to come to the door, and when it was there.';

-- decisions -------------------------------------------------------------------------------------------------------------------------------

create table meeting_decision (
  id          bigint primary key default nextval('meeting_seq'),
  meeting_id  bigint      not null references meeting,
  item_id     bigint references meeting_item,
  no          int         not null,
  text        text        not null,
  lead        jsonb,
  support     jsonb       not null default '[]',
  due_at      timestamptz,
  no_follow   text,
  assigned_at timestamptz,
  assigned_by bigint,
  made_at     timestamptz not null,
  made_by     bigint      not null,
  version     int         not null default 0,
  constraint decision_number_is_given_once unique (meeting_id, no),
  constraint an_assigned_decision_has_lead_and_due check (assigned_at is null or lead is not null and due_at is not null)
);
comment on table meeting_decision is 'A decision (议定事项): what, who leads, who supports, by when. Printed into the minutes word by word. no_follow: why nothing is to be followed up.';
