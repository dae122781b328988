-- Why: rooms that two meetings can never hold at once, notice and replies by unit with persons, links for units outside, check-in, seats,
-- equipment checks, running notes, materials with versions, the press release with its rounds.
-- Locks: creates only; the extension btree_gist (trusted: the owner of the database may create it) is for the exclusion constraint.
-- Back out: drop the tables made here and the extension.

create extension if not exists btree_gist;

create table meeting_room (
  id        bigint primary key default nextval('meeting_seq'),
  code      text    not null unique,
  name      text    not null,
  name_en   text    not null,
  seats     int     not null,
  video     boolean not null default false,
  note      text,
  active    boolean not null default true,
  ordering  int     not null,
  constraint room_has_seats check (seats between 1 and 10000)
);
insert into meeting_room (code, name, name_en, seats, video, ordering) values
  ('R1', '省政府机关1号会议室', 'Meeting room 1', 40, true, 10), ('R2', '省政府2号会议室', 'Meeting room 2', 60, true, 20),
  ('RV', '省政府电视电话会议室', 'Video conference room', 120, true, 30), ('RE', '省政府应急指挥大厅', 'Emergency command hall', 80, true, 40),
  ('R3F', '办公厅3楼会议室', 'Meeting room on the 3rd floor', 110, false, 50);

create table meeting_booking (
  id          bigint primary key default nextval('meeting_seq'),
  request_id  text        not null unique,
  room_id     bigint      not null references meeting_room,
  meeting_id  bigint references meeting,
  title       text        not null,
  during      tstzrange   not null,
  booked_by   bigint      not null,
  booked_at   timestamptz not null,
  released_at timestamptz,
  released_by bigint,
  constraint a_booking_has_a_length check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  constraint a_room_is_held_by_one_at_a_time exclude using gist (room_id with =, during with &&) where (released_at is null)
);
create index meeting_booking_of on meeting_booking (meeting_id) where released_at is null;
comment on table meeting_booking is 'A room held for a time (会议室预订). Two that overlap cannot both stand, however closely they come.';

create table meeting_feed (
  person_id  bigint primary key,
  token_hash bytea       not null unique,
  created_at timestamptz not null
);
comment on table meeting_feed is 'The personal address of the calendar feed; only the hash of its token is kept.';

-- notice and replies --------------------------------------------------------------------------------------------------------------------

create table meeting_invitee (
  id          bigint primary key default nextval('meeting_seq'),
  meeting_id  bigint      not null references meeting,
  name        text        not null,
  organization bigint,
  unit        bigint,
  kind        text        not null default 'ATTEND',
  level       text,
  contact     text,
  phone       text,
  position    int         not null,
  told_at     timestamptz,
  told_how    text,
  opened_at   timestamptz,
  replied_at  timestamptz,
  link_hash   bytea unique,
  link_until  timestamptz,
  link_tries  int         not null default 0,
  constraint a_body_is_invited_once unique (meeting_id, name),
  constraint invitee_kind_is_known check (kind in ('ATTEND', 'SIT_IN', 'OBSERVE'))
);
comment on table meeting_invitee is 'Who is invited (参会单位). The link for a unit outside is known by its hash alone and ends.';

create table meeting_reply (
  id         bigint generated always as identity primary key,
  invitee_id bigint      not null references meeting_invitee,
  request_id text        not null unique,
  via        text        not null,
  said       jsonb       not null,
  late       text,
  at         timestamptz not null,
  by         bigint,
  constraint reply_way_is_known check (via in ('LINK', 'OFFICE'))
);
create index meeting_reply_of on meeting_reply (invitee_id, id);
comment on table meeting_reply is 'append-only: every reply (回执) as it was given; the latest one counts. late: why one after the deadline was taken.';

create table meeting_attendee (
  id            bigint primary key default nextval('meeting_seq'),
  meeting_id    bigint  not null references meeting,
  invitee_id    bigint references meeting_invitee,
  name          text    not null,
  post          text,
  phone         text,
  kind          text    not null,
  substitutes   text,
  reason        text,
  decision      text    not null default 'NONE',
  decided_by    bigint,
  decided_at    timestamptz,
  car           text,
  diet          text,
  card          text,
  pass          text    not null,
  rank          int     not null,
  seat          int,
  plate_checked_by bigint[] not null default '{}',
  checked_in_at timestamptz,
  checked_in_how text,
  checked_in_by bigint,
  gone          boolean not null default false,
  constraint attendee_kind_is_known check (kind in ('ATTEND', 'SIT_IN', 'OBSERVE', 'LEAVE')),
  constraint attendee_decision_is_known check (decision in ('NONE', 'ASKED', 'GRANTED', 'REFUSED')),
  constraint a_seat_is_taken_once unique (meeting_id, seat) deferrable initially deferred,
  constraint a_pass_is_given_once unique (pass),
  constraint check_in_way_is_known check (checked_in_how in ('LIST', 'QR', 'CARD'))
);
create unique index meeting_attendee_card on meeting_attendee (meeting_id, card) where card is not null and not gone;
create index meeting_attendee_of on meeting_attendee (meeting_id, rank, id);
comment on table meeting_attendee is 'A person of the list (参会人员): the one source of names for lists, plates and check-in. gone: replaced by a later reply.';

create table meeting_confirmation (
  change_id    bigint      not null references meeting_change,
  invitee_id   bigint      not null references meeting_invitee,
  confirmed_at timestamptz not null,
  how          text        not null,
  by           bigint,
  primary key (change_id, invitee_id)
);
comment on table meeting_confirmation is 'append-only: who has confirmed that a change reached them (取消、延期确认).';

-- the day -----------------------------------------------------------------------------------------------------------------------------------

create table meeting_equipment (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint      not null references meeting,
  item       text        not null,
  round      text        not null,
  in_order   boolean     not null,
  note       text,
  at         timestamptz not null,
  by         bigint      not null,
  constraint equipment_round_is_known check (round in ('SET_UP', 'T_30', 'T_10')),
  constraint a_fault_says_what check (in_order or note is not null)
);
create index meeting_equipment_of on meeting_equipment (meeting_id, at);
comment on table meeting_equipment is 'append-only: checks of sound, video, power … when set up, 30 and 10 minutes before (domain.md §5.2, 7).';

create table meeting_note (
  id         bigint generated always as identity primary key,
  meeting_id bigint      not null references meeting,
  text       text        not null,
  at         timestamptz not null,
  by         bigint      not null
);
comment on table meeting_note is 'append-only: notes of the running meeting (会议记录要点).';

-- materials, press --------------------------------------------------------------------------------------------------------------------------

create table meeting_material (
  id         bigint primary key default nextval('meeting_seq'),
  meeting_id bigint  not null references meeting,
  item_id    bigint references meeting_item on delete set null,
  title      text    not null,
  from_body  jsonb,
  due_at     timestamptz,
  copies     int,
  take_back  boolean not null default false,
  made_at    timestamptz not null,
  constraint a_material_is_listed_once unique (meeting_id, title)
);
comment on table meeting_material is 'A paper for the meeting (会议材料).';

create table meeting_material_version (
  material_id bigint      not null references meeting_material,
  no          int         not null,
  file_id     bigint      not null,
  pages       int,
  received_at timestamptz not null,
  by          bigint      not null,
  primary key (material_id, no)
);
comment on table meeting_material_version is 'append-only: a version as it came. The latest one is distributed; an older one that was is told as out of date.';

create table meeting_copy (
  id          bigint primary key default nextval('meeting_seq'),
  material_id bigint      not null references meeting_material,
  version     int         not null,
  no          int         not null,
  holder      text        not null,
  sent_at     timestamptz not null,
  back_at     timestamptz,
  constraint a_copy_is_numbered_once unique (material_id, no)
);
comment on table meeting_copy is 'A numbered copy in somebody''s hands (分发、收回).';

create table meeting_press (
  meeting_id   bigint primary key references meeting,
  title        text        not null,
  text         text        not null,
  due_at       timestamptz not null,
  drafted_by   bigint      not null,
  drafted_at   timestamptz not null,
  approved_at  timestamptz,
  approved_by  bigint,
  version      int         not null default 0
);
create table meeting_press_round (
  meeting_id   bigint      not null references meeting_press,
  no           int         not null,
  title        text        not null,
  text         text        not null,
  submitted_at timestamptz not null,
  submitted_by bigint      not null,
  decided_at   timestamptz,
  decided_by   bigint,
  approved     boolean,
  opinion      text,
  primary key (meeting_id, no),
  constraint a_round_that_sends_back_says_why check (approved is null or approved or opinion is not null)
);
comment on table meeting_press_round is 'A round of the press release (新闻稿报审): the text as it was submitted, and what was said.';
