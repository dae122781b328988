-- Why: the register of errors (差错, domain.md §7): the record without any person, the restricted block of persons in tables of its own,
-- the taxonomy that the office edits, causes, actions, verifications, explanations, and what the system proposes.
-- Locks: role and known_right for a moment; else creates only.
-- Back out: drop the view, the tables and the sequences made here; array_remove the rights from role; delete them from known_right.

create sequence error_record_seq;
create sequence error_proposal_group_seq;

-- the words of the office -----------------------------------------------------------------------------------------------------------

create table error_business (
  code         text primary key,
  name         text   not null,
  name_en      text   not null,
  subject_kind text,
  ordering     int    not null,
  constraint a_kind_of_subject_has_one_business unique (subject_kind)
);
comment on table error_business is 'Lines of business that errors arise in; subject_kind: the kind of subject whose errors belong to it, where it runs on the engine.';

create table error_stage (
  business  text    not null references error_business,
  code      text    not null,
  name      text    not null,
  name_en   text    not null,
  ordering  int     not null,
  outside   boolean not null default false,
  version   int     not null default 0,
  constraint error_stage_is_named_once primary key (business, code)
);
comment on table error_stage is 'Steps at which errors are made and found, in order: the distance an error travelled is the difference of ordering. The code is that of the procedure''s step where there is one. outside: beyond the office.';

create table error_kind (
  code       text primary key,
  word       text not null,
  name       text not null,
  name_en    text not null,
  test_order int  not null,
  version    int  not null default 0
);
comment on table error_kind is '差错误漏拖, tested in test_order: the first that fits is the main kind (domain.md §7.1).';

create table error_type (
  code     text primary key,
  business text    not null references error_business,
  stage    text    not null,
  name     text    not null,
  name_en  text    not null,
  active   boolean not null default true,
  version  int     not null default 0,
  constraint error_type_belongs_to_a_stage foreign key (business, stage) references error_stage (business, code)
);
comment on table error_type is 'Typical errors by stage (domain.md §7.2). Never deleted, only made inactive: old records keep their type.';

create table error_severity (
  code            text primary key,
  name            text    not null,
  name_en         text    not null,
  test            text    not null,
  test_en         text    not null,
  counts_in_rate  boolean not null,
  explanation     text    not null,
  casebook        text    not null,
  outside         boolean not null default false,
  version         int     not null default 0,
  constraint error_explanation_is_known check (explanation in ('NONE', 'OPTIONAL', 'REQUIRED')),
  constraint error_casebook_is_known check (casebook in ('OPTIONAL', 'REQUIRED'))
);
comment on table error_severity is 'Grades by effect, not by the size of the slip (domain.md §7.3). outside: not handled here, reported by the legal channel.';

create table error_cause (
  code    text primary key,
  name    text    not null,
  name_en text    not null,
  active  boolean not null default true,
  version int     not null default 0
);

create table error_counter (
  year int primary key,
  last int not null
);
comment on table error_counter is 'Last number (差〔2026〕001) of a year; locked to the end of the transaction, so that none is left out.';

-- the record: no person stands in it -------------------------------------------------------------------------------------------------

create table error_record (
  id                bigint primary key default nextval('error_record_seq'),
  no                text        not null,
  request_id        text        not null,
  business          text        not null references error_business,
  -- what it happened to, as it stood when the error was told
  subject_kind      text,
  subject_id        bigint,
  subject_words     text,
  subject_urgency   text,
  subject_type      text,
  -- found and made
  source            text        not null,
  reported_at       timestamptz not null,
  found_at          timestamptz not null,
  found_step        text,
  occurred_at       timestamptz,
  introduced_step   text,
  unit              bigint,
  responsible_role  text,
  -- what it is
  kind              text references error_kind,
  secondary_kinds   text[]      not null default '{}',
  type_code         text references error_type,
  severity          text references error_severity,
  near_miss         boolean generated always as (severity = 'S0') stored,
  description       text        not null,
  should_be         text,
  quote             text,
  span_element      text,
  span_from         int,
  span_to           int,
  effect            text,
  recipients_affected int,
  openness          text        not null default 'OPEN_IN_OFFICE',
  confidentiality   smallint    not null default 0,
  -- what was done at once
  correction        text,
  corrected_at      timestamptz,
  -- why
  cause_codes       text[]      not null default '{}',
  cause_text        text,
  whys              text[]      not null default '{}',
  -- again?
  recurrence_of     bigint references error_record,
  recurrence_by     text,
  -- what came of it
  casebook_ref      text,
  casebook_at       timestamptz,
  rule_ref          text,
  rule_at           timestamptz,
  -- how far it is; stamped by the steps
  state             text        not null default 'REPORTED',
  confirmed_at      timestamptz,
  classified_at     timestamptz,
  analysed_at       timestamptz,
  verified_at       timestamptz,
  explained_at      timestamptz,
  closed_at         timestamptz,
  outcome           text,
  updated_at        timestamptz not null,
  version           int         not null default 0,
  constraint error_number_is_given_once unique (no),
  constraint an_error_is_told_once_a_request unique (request_id),
  constraint an_error_points_to_a_whole_subject check ((subject_kind is null) = (subject_id is null)),
  constraint error_source_is_known check (source in ('SELF', 'REVIEWER', 'RECIPIENT', 'LEADER', 'AUDIT', 'SYSTEM_SUGGESTED')),
  constraint error_openness_is_known check (openness in ('OPEN_IN_OFFICE', 'DIVISION', 'RESTRICTED')),
  constraint error_state_is_known check (state in ('REPORTED', 'CONFIRMED', 'CLASSIFIED', 'RESPONSIBILITY_SET', 'CAUSE_ANALYSED', 'CORRECTED',
    'VERIFIED', 'EXPLAINED', 'IN_CASEBOOK', 'CLOSED', 'REJECTED', 'OUTSIDE', 'VOIDED')),
  constraint an_error_was_made_before_it_was_found check (occurred_at is null or occurred_at <= found_at),
  constraint a_quote_is_short check (length(quote) <= 100),
  constraint an_error_is_not_its_own_recurrence check (recurrence_of <> id),
  constraint error_recurrence_says_how_it_was_seen check ((recurrence_of is null) = (recurrence_by is null)),
  constraint error_recurrence_is_seen_in_a_known_way check (recurrence_by in ('TYPE_STEP_UNIT', 'TEXT', 'SAID')),
  constraint a_classified_error_has_kind_type_and_severity check (classified_at is null or (kind is not null and severity is not null))
);
create index error_record_of_subject on error_record (subject_kind, subject_id) where subject_id is not null;
create index error_record_newest on error_record (found_at desc, id desc);
create index error_record_by_occurrence on error_record (occurred_at, severity);
create index error_record_for_recurrence on error_record (type_code, introduced_step, unit, occurred_at);
create index error_record_by_unit on error_record (unit, found_at desc);
comment on table error_record is 'An error as everybody may know it. No column holds or points to a person: those stand in error_person alone.';
comment on column error_record.state is 'REPORTED 报告 … CLOSED; REJECTED 不是差错; OUTSIDE 转线下; the step it waits at is that of its handling (subject_kind error).';
comment on column error_record.near_miss is 'S0: found by the chain before it left the office; counted apart from errors.';
comment on column error_record.introduced_step is 'error_stage of its business: where it was made; found_step: where it was found.';
comment on column error_record.confidentiality is 'grade of the subject, as in handling.confidentiality; one reads only up to the own clearance';

create table error_action (
  id          bigint generated always as identity primary key,
  error_id    bigint      not null references error_record,
  nature      text        not null,
  what        text        not null,
  unit        bigint      not null,
  due_on      date        not null,
  task_id     bigint,
  done_at     timestamptz,
  evidence    text,
  made_at     timestamptz not null,
  dropped_at  timestamptz,
  drop_reason text,
  constraint error_action_mends_or_prevents check (nature in ('CORRECTIVE', 'PREVENTIVE')),
  constraint a_done_action_has_its_evidence check ((done_at is null) = (evidence is null)),
  constraint a_dropped_action_says_why check ((dropped_at is null) = (drop_reason is null))
);
create index error_action_of_error on error_action (error_id, id);
create index error_action_due on error_action (due_on) where done_at is null and dropped_at is null;
comment on table error_action is 'Corrective and preventive actions (整改措施): what, which unit, until when, done, with what evidence. task_id: the task in a tray.';

create table error_verification (
  id        bigint generated always as identity primary key,
  error_id  bigint      not null references error_record,
  method    text        not null,
  result    text        not null,
  effective boolean     not null,
  at        timestamptz not null
);
create index error_verification_of_error on error_verification (error_id, id);
comment on table error_verification is 'append-only: somebody else looked whether the correction holds (验证)';

create table error_explanation (
  error_id      bigint primary key references error_record,
  meeting_words text        not null,
  meeting_kind  text,
  meeting_id    bigint,
  planned_at    timestamptz not null,
  speaker_role  text        not null,
  what_happened text,
  why           text,
  measures      text,
  prepared_at   timestamptz,
  held_at       timestamptz,
  record        text,
  version       int         not null default 0,
  constraint an_explanation_that_was_held_is_recorded check ((held_at is null) = (record is null)),
  constraint an_explanation_names_a_whole_meeting check ((meeting_kind is null) = (meeting_id is null))
);
comment on table error_explanation is 'Explained at a meeting (上会说明): planned, prepared on the fixed form (what, why, measures), recorded. The speaker by role only.';

-- the restricted block ------------------------------------------------------------------------------------------------------------------

create table error_person (
  id               bigint generated always as identity primary key,
  error_id         bigint      not null references error_record,
  person           bigint,
  pseudonym        text,
  part             text        not null,
  role_words       text,
  share            int,
  note             text,
  named_by         bigint,
  named_at         timestamptz not null,
  heard_at         timestamptz,
  heard_words      text,
  pseudonymised_at timestamptz,
  withdrawn_at     timestamptz,
  constraint error_part_is_known check (part in ('REPORTER', 'RESPONSIBLE', 'VERIFIER')),
  constraint a_share_is_in_hundredths check (share between 0 and 100),
  constraint a_link_is_to_a_person_or_a_pseudonym check ((person is null) = (pseudonymised_at is not null) and (person is null) = (pseudonym is not null))
);
create unique index a_person_is_named_once_a_part on error_person (error_id, person, part) where person is not null and withdrawn_at is null;
create index error_person_by_person on error_person (person, error_id) where person is not null;
create index error_person_to_pseudonymise on error_person (named_at) where person is not null;
comment on table error_person is 'restricted block: who made, told, or verified an error. Read by error.restricted.read, the head and leader in charge of the unit, and the person; every look is logged; pseudonymised after a set time. Never joined by reports, search or exports.';

create table error_person_look (
  id       bigint generated always as identity primary key,
  error_id bigint      not null references error_record,
  viewer   bigint      not null,
  way      text        not null,
  ground   text        not null,
  at       timestamptz not null,
  constraint a_look_is_taken_in_a_known_way check (way in ('PAGE', 'API')),
  constraint a_look_has_a_known_ground check (ground in ('RIGHT', 'HEAD', 'IN_CHARGE', 'SELF'))
);
create index error_person_look_of_error on error_person_look (error_id, id);
comment on table error_person_look is 'append-only: every look at the restricted block of an error: who, when, on what ground';

create table error_statement (
  id          bigint generated always as identity primary key,
  error_id    bigint      not null references error_record,
  person      bigint,
  pseudonym   text,
  kind        text        not null,
  words       text        not null,
  at          timestamptz not null,
  granted     boolean,
  answer      text,
  answered_by bigint,
  answered_at timestamptz,
  constraint a_statement_is_a_comment_or_an_appeal check (kind in ('COMMENT', 'APPEAL')),
  constraint a_statement_has_words check (words <> ''),
  constraint an_answered_appeal_says_why check ((granted is null) = (answer is null))
);
create index error_statement_of_error on error_statement (error_id, id);
comment on table error_statement is 'restricted block: comment (说明) and appeal (申诉) of the person concerned, in own words; read as error_person.';

-- errors write themselves ------------------------------------------------------------------------------------------------------------------

create table error_proposal_group (
  id            bigint primary key default nextval('error_proposal_group_seq'),
  subject_kind  text        not null,
  subject_id    bigint      not null,
  round         int         not null,
  business      text        not null references error_business,
  title         text        not null,
  opened_at     timestamptz not null,
  decided_at    timestamptz,
  version       int         not null default 0
);
create unique index a_round_of_a_subject_has_one_open_group on error_proposal_group (subject_kind, subject_id, round) where decided_at is null;
comment on table error_proposal_group is 'Proposals of one subject and round, as one matter in the tray of the error manager (subject_kind error-proposal).';

create table error_proposal (
  id              bigint generated always as identity primary key,
  key             text        not null,
  group_id        bigint references error_proposal_group,
  origin          text        not null,
  sort            text        not null default '',
  subject_kind    text        not null,
  subject_id      bigint      not null,
  round           int         not null,
  occurred_at     timestamptz,
  found_at        timestamptz not null,
  introduced_step text,
  found_step      text,
  unit            bigint,
  kind            text references error_kind,
  type_code       text references error_type,
  words           text        not null,
  should_be       text,
  span_element    text,
  span_from       int,
  span_to         int,
  quiet           boolean     not null default false,
  state           text        not null default 'PROPOSED',
  decided_by      bigint,
  decided_at      timestamptz,
  reason          text,
  error_id        bigint references error_record,
  constraint a_fact_is_proposed_once unique (key),
  constraint error_origin_is_known check (origin in ('CORRECTION', 'RETURN', 'LATE', 'LEFT', 'PROOF_DIFFERS', 'NUMBER_VOIDED', 'ARCHIVE_REJECTED',
    'DELIVERY_RECALLED', 'MEETING', 'AFFAIR', 'FINDING')),
  constraint error_proposal_state_is_known check (state in ('PROPOSED', 'ACCEPTED', 'MERGED', 'DISMISSED')),
  constraint a_dismissal_says_why check (state <> 'DISMISSED' or reason <> ''),
  constraint what_was_accepted_is_an_error check ((state in ('ACCEPTED', 'MERGED')) = (error_id is not null)),
  constraint a_decided_proposal_says_when check ((state = 'PROPOSED') = (decided_at is null))
);
create index error_proposal_of_group on error_proposal (group_id, id);
create index error_proposal_to_group on error_proposal (id) where group_id is null and state = 'PROPOSED' and not quiet;
create index error_proposal_by_origin on error_proposal (origin, sort, decided_at desc);
create index error_proposal_of_error on error_proposal (error_id) where error_id is not null;
comment on table error_proposal is 'What the system proposes as an error: the fact (key), where it came from, where it was made and found. A person decides. quiet: below the learned threshold, kept and shown apart. Names nobody but who decided.';

create table error_scan (
  name  text primary key,
  until timestamptz not null
);
comment on table error_scan is 'How far the jobs that look for late tasks and returns have come.';

-- for the reports ---------------------------------------------------------------------------------------------------------------------------

create view report_error as
select e.id, e.no, e.business, e.subject_kind, e.subject_id, e.subject_urgency, e.subject_type, e.source, e.reported_at, e.found_at, e.found_step, e.occurred_at,
       e.introduced_step, e.unit, e.responsible_role, e.kind, e.secondary_kinds, e.type_code, e.severity, e.near_miss,
       coalesce(s.counts_in_rate, false) as counts_in_rate, e.description, e.openness, e.confidentiality, e.cause_codes, e.recurrence_of, e.state,
       e.confirmed_at, e.classified_at, e.verified_at, e.explained_at, e.closed_at, e.outcome, e.casebook_ref, e.rule_ref,
       fs.ordering as found_order, ins.ordering as introduced_order, coalesce(fs.outside, false) as found_outside,
       coalesce(e.confirmed_at is not null and e.state not in ('REJECTED', 'VOIDED'), false) as confirmed
  from error_record e
  left join error_severity s on s.code = e.severity
  left join error_stage fs on fs.business = e.business and fs.code = e.found_step
  left join error_stage ins on ins.business = e.business and ins.code = e.introduced_step;
comment on view report_error is 'Errors for the reports: without persons. Distance travelled: found_order - introduced_order. Rates count what is confirmed and counts_in_rate, by occurred_at; work load by found_at.';

create view report_error_action as
select a.id, a.error_id, a.nature, a.unit, a.due_on, a.done_at, a.made_at, a.dropped_at, e.verified_at
  from error_action a join error_record e on e.id = a.error_id;
comment on view report_error_action is 'Corrective and preventive actions; verified ones have verified_at of their error.';

-- rights ---------------------------------------------------------------------------------------------------------------------------------------

insert into known_right (code) values ('error.taxonomy.edit'), ('error.restricted.read') on conflict do nothing;
update role set rights = rights || '{error.taxonomy.edit}' where code = 'ERROR_MANAGER';

-- the words the product comes with (domain.md §7.1 to 7.5); the office edits them on a page ---------------------------------------------------

insert into error_business (code, name, name_en, subject_kind, ordering) values
  ('DOC_IN', '收文', 'Incoming documents', 'incoming', 10),
  ('DOC_OUT', '发文', 'Outgoing documents', 'outgoing', 20),
  ('MEETING', '办会', 'Meetings', 'meeting', 30),
  ('AFFAIR', '办事', 'Affairs', 'affair', 40),
  ('ARCHIVE', '归档', 'Archives', 'archive', 50),
  ('SERVICE', '服务', 'Services', null, 60),
  ('SECURITY', '安全', 'Security', null, 70);

insert into error_kind (code, word, name, name_en, test_order) values
  ('OMITTED', '漏', '应有而缺', 'Omitted: something required is absent', 1),
  ('DELAYED', '拖', '超过时限', 'Delayed: right, but later than the limit', 2),
  ('MISHANDLED', '误', '办错、送错、判断错或误事', 'Mishandled: wrong act, place or judgement', 3),
  ('WRONG', '错', '内容不正确', 'Wrong: content is false', 4),
  ('SUBSTANDARD', '差', '达不到标准', 'Substandard: below the standard', 5);

insert into error_severity (code, name, name_en, test, test_en, counts_in_rate, explanation, casebook, outside) values
  ('S0', '未遂（苗头性）', 'Near miss', '出厅前由流程自身发现', 'Found by the chain itself before it left the office', false, 'NONE', 'OPTIONAL', false),
  ('S1', '一般', 'Minor', '已出厅，没有造成影响', 'Left the office, no effect', true, 'NONE', 'OPTIONAL', false),
  ('S2', '较重', 'Moderate', '须告知收件方、返工、浪费领导时间，或超限一半以上', 'Recipients had to be told, work repeated, a leader''s time wasted, or a limit broken by more than half', true, 'OPTIONAL', 'OPTIONAL', false),
  ('S3', '严重', 'Serious', '政治表述错误、错误指示被执行、会议活动受扰、涉及群众钱款权益或个人信息泄露', 'Wrong political wording, wrong instruction carried out, meeting disturbed, money or rights affected, personal data leaked', true, 'REQUIRED', 'REQUIRED', false),
  ('S4', '重大', 'Grave', '社会影响广、涉及安全或疑似失泄密：立即按法定渠道报告，本系统只留存根', 'Wide public effect, safety, suspected leak of state secrets: report by the legal channel at once; only a stub is kept here', true, 'REQUIRED', 'OPTIONAL', true);

insert into error_cause (code, name, name_en) values
  ('SLIP', '疏忽', 'Slip of attention'), ('LAPSE', '遗忘', 'Lapse of memory'), ('KNOWLEDGE', '不掌握', 'Not known'), ('RULE_MISUSE', '用错规则', 'Wrong rule applied'),
  ('HANDOVER', '交接', 'Hand-over'), ('TIME_PRESSURE', '时间紧', 'Time pressure'), ('WORKLOAD', '负荷', 'Work load'), ('UNCLEAR_RULE', '规则不清', 'Unclear rule'),
  ('TOOL', '工具缺陷', 'Tool'), ('SOURCE_WRONG', '来源有误', 'Came wrong from outside'), ('COMMUNICATION', '沟通不畅', 'Communication'),
  ('DELIBERATE_SHORTCUT', '明知故省', 'Deliberate shortcut');

insert into error_stage (business, code, name, name_en, ordering, outside) values
  ('DOC_IN', 'receive', '签收', 'Receipt', 10, false), ('DOC_IN', 'register', '登记', 'Registration', 20, false), ('DOC_IN', 'review', '初审', 'First review', 30, false),
  ('DOC_IN', 'decide-return', '退文审定', 'Decision on the return', 35, false), ('DOC_IN', 'propose', '拟办', 'Proposal', 40, false), ('DOC_IN', 'duty', '值班拟办', 'Proposal by the duty room', 41, false),
  ('DOC_IN', 'instruct', '批办', 'Instruction', 50, false), ('DOC_IN', 'assign', '分办', 'Assignment', 60, false), ('DOC_IN', 'handle', '承办', 'Handling', 70, false),
  ('DOC_IN', 'circulate', '传阅', 'Circulation', 75, false), ('DOC_IN', 'urge', '催办', 'Reminding', 78, false), ('DOC_IN', 'transfer', '归档移交', 'Hand-over to the archive', 80, false),
  ('DOC_IN', 'arrange', '整理', 'Arranging', 85, false), ('DOC_IN', 'store', '入库', 'Storing', 90, false), ('DOC_IN', 'audit', '抽查', 'Audit', 95, false), ('DOC_IN', 'recipient', '来文单位', 'The sender', 100, true),
  ('DOC_OUT', 'draft', '起草', 'Drafting', 10, false), ('DOC_OUT', 'self-check', '自查', 'Self-check', 12, false), ('DOC_OUT', 'countersign', '会签', 'Countersigning', 20, false), ('DOC_OUT', 'division-review', '处内复核', 'Review in the division', 25, false),
  ('DOC_OUT', 'review', '核稿', 'Review', 30, false), ('DOC_OUT', 'chief', '处长审核', 'Review by heads of division', 33, false), ('DOC_OUT', 'deputy', '副秘书长（副主任）审核', 'Review by the deputy secretary-general', 35, false), ('DOC_OUT', 'legal', '合法性审核', 'Legal review', 38, false), ('DOC_OUT', 'submit', '报签', 'Submission', 40, false),
  ('DOC_OUT', 'agenda', '上会审议', 'At a meeting', 45, false), ('DOC_OUT', 'sign', '签发', 'Signature', 50, false), ('DOC_OUT', 'recheck', '复核', 'Recheck', 55, false), ('DOC_OUT', 'confirm', '签发人确认', 'Confirmation', 57, false), ('DOC_OUT', 'number', '编号', 'Number', 60, false),
  ('DOC_OUT', 'typeset', '排版印制', 'Typesetting and printing', 65, false), ('DOC_OUT', 'proofread', '校对', 'Proofreading', 70, false), ('DOC_OUT', 'seal', '用印', 'Seal', 75, false), ('DOC_OUT', 'dispatch', '核发', 'Dispatch', 80, false),
  ('DOC_OUT', 'wire', '发电', 'Wiring', 81, false), ('DOC_OUT', 'publish', '公开', 'Publication', 85, false), ('DOC_OUT', 'close', '办结', 'Closing', 88, false), ('DOC_OUT', 'transfer', '归档移交', 'Hand-over to the archive', 90, false),
  ('DOC_OUT', 'arrange', '整理', 'Arranging', 92, false), ('DOC_OUT', 'store', '入库', 'Storing', 94, false), ('DOC_OUT', 'audit', '抽查', 'Audit', 96, false), ('DOC_OUT', 'recipient', '收件方', 'The recipient', 100, true),
  ('MEETING', 'plan', '计划', 'Plan', 10, false), ('MEETING', 'notice', '通知', 'Notice', 20, false), ('MEETING', 'reply', '回执', 'Replies', 30, false), ('MEETING', 'seat', '座次', 'Seats', 40, false), ('MEETING', 'double-check', '双人核对', 'Check by two', 45, false),
  ('MEETING', 'material', '材料', 'Material', 50, false), ('MEETING', 'equipment', '保障', 'Equipment', 55, false), ('MEETING', 'check-in', '签到', 'Check-in', 60, false), ('MEETING', 'hold', '会中', 'During the meeting', 65, false), ('MEETING', 'minutes', '纪要', 'Minutes', 70, false),
  ('MEETING', 'minutes-review', '纪要审核', 'Review of the minutes', 75, false), ('MEETING', 'press', '新闻稿', 'News release', 80, false), ('MEETING', 'archive', '归档', 'Archiving', 90, false), ('MEETING', 'audit', '抽查', 'Audit', 95, false), ('MEETING', 'recipient', '参会单位', 'Those invited', 100, true),
  ('AFFAIR', 'instruction', '批示', 'Instruction', 10, false), ('AFFAIR', 'register', '立项', 'Registration', 20, false), ('AFFAIR', 'entrust', '交办', 'Entrusting', 30, false), ('AFFAIR', 'handle', '办理', 'Handling', 40, false), ('AFFAIR', 'urge', '催办', 'Reminding', 50, false),
  ('AFFAIR', 'feedback', '反馈', 'Feedback', 60, false), ('AFFAIR', 'review', '审核', 'Review', 70, false), ('AFFAIR', 'close', '办结', 'Closing', 80, false), ('AFFAIR', 'duty', '值班', 'Duty', 85, false), ('AFFAIR', 'audit', '抽查', 'Audit', 95, false), ('AFFAIR', 'recipient', '服务对象', 'Those served', 100, true),
  ('ARCHIVE', 'transfer', '移交', 'Hand-over', 10, false), ('ARCHIVE', 'arrange', '整理', 'Arranging', 20, false), ('ARCHIVE', 'review', '复核', 'Recheck', 25, false), ('ARCHIVE', 'store', '入库', 'Storing', 30, false), ('ARCHIVE', 'use', '利用', 'Use', 40, false), ('ARCHIVE', 'audit', '抽查', 'Audit', 95, false), ('ARCHIVE', 'recipient', '查档人', 'Those who ask', 100, true),
  ('SERVICE', 'gate', '门岗', 'Gate', 10, false), ('SERVICE', 'vehicle', '车辆', 'Vehicles', 20, false), ('SERVICE', 'room', '会务', 'Rooms', 30, false), ('SERVICE', 'retired', '老干', 'Retired staff', 40, false), ('SERVICE', 'audit', '抽查', 'Audit', 95, false), ('SERVICE', 'recipient', '服务对象', 'Those served', 100, true),
  ('SECURITY', 'network', '网络', 'Network', 10, false), ('SECURITY', 'list', '名单', 'Lists', 20, false), ('SECURITY', 'account', '账号', 'Accounts', 30, false), ('SECURITY', 'audit', '抽查', 'Audit', 95, false), ('SECURITY', 'recipient', '外部', 'Outside', 100, true);

insert into error_type (code, business, stage, name, name_en) values
  ('E-DI-01', 'DOC_IN', 'register', '未当日登记', 'Not registered the same day'), ('E-DI-02', 'DOC_IN', 'register', '登记要素错误', 'Wrong particulars registered'), ('E-DI-03', 'DOC_IN', 'review', '不合规来文未识别', 'Defect not noticed at first review'),
  ('E-DI-04', 'DOC_IN', 'propose', '拟办单位不当', 'Wrong unit proposed'), ('E-DI-05', 'DOC_IN', 'circulate', '漏传误传或滞留', 'Circulation lost or stuck'), ('E-DI-06', 'DOC_IN', 'urge', '催办不到位', 'Reminder forgotten'),
  ('E-DO-01', 'DOC_OUT', 'draft', '文种错用', 'Wrong type of document'), ('E-DO-02', 'DOC_OUT', 'draft', '违反行文规则', 'Rule of writing broken'), ('E-DO-03', 'DOC_OUT', 'countersign', '未会签或未协商一致', 'Countersignature missing'),
  ('E-DO-04', 'DOC_OUT', 'draft', '文字数字日期人名错误', 'Wrong word, figure, date or name'), ('E-DO-05', 'DOC_OUT', 'proofread', '漏字漏段', 'Character or paragraph omitted'), ('E-DO-06', 'DOC_OUT', 'draft', '固定表述错误', 'Fixed phrase wrong'),
  ('E-DO-07', 'DOC_OUT', 'proofread', '附件说明与附件不一致', 'Attachment list differs from attachments'), ('E-DO-08', 'DOC_OUT', 'number', '重号跳号', 'Number duplicated or skipped'), ('E-DO-09', 'DOC_OUT', 'seal', '漏印错印', 'Seal missing or wrong'),
  ('E-DO-10', 'DOC_OUT', 'dispatch', '分发对象错误或遗漏', 'Recipient wrong or missed'), ('E-DO-11', 'DOC_OUT', 'publish', '公开属性不当', 'Wrong openness'), ('E-DO-12', 'DOC_OUT', 'typeset', '版式不合格', 'Layout below the standard'),
  ('E-MT-01', 'MEETING', 'notice', '时间地点对象错误', 'Time, place or persons wrong'), ('E-MT-02', 'MEETING', 'notice', '应通知未通知', 'Not notified'), ('E-MT-03', 'MEETING', 'reply', '回执未核实', 'Reply not checked'), ('E-MT-04', 'MEETING', 'seat', '座牌座次错误', 'Name plate or seat wrong'),
  ('E-MT-05', 'MEETING', 'material', '材料缺漏或旧版', 'Material missing or of an old version'), ('E-MT-06', 'MEETING', 'equipment', '设备故障或未测试', 'Equipment failed or untested'), ('E-MT-07', 'MEETING', 'check-in', '参会名单错误', 'List of those present wrong'),
  ('E-MT-08', 'MEETING', 'minutes', '纪要超时', 'Minutes late'), ('E-MT-09', 'MEETING', 'minutes', '议定事项遗漏或失准', 'Decision missing or distorted'), ('E-MT-10', 'MEETING', 'press', '姓名职务排序错误', 'Name, post or order wrong'),
  ('E-AF-01', 'AFFAIR', 'instruction', '批示转述失准', 'Instruction paraphrased wrongly'), ('E-AF-02', 'AFFAIR', 'register', '应立未立', 'Not registered'), ('E-AF-03', 'AFFAIR', 'entrust', '主办单位不当', 'Wrong lead'), ('E-AF-04', 'AFFAIR', 'handle', '超期未办结未延期', 'Overdue without extension'),
  ('E-AF-05', 'AFFAIR', 'close', '无结果销号', 'Closed without result'), ('E-AF-06', 'AFFAIR', 'feedback', '反馈未转达', 'Feedback not passed on'), ('E-AF-07', 'AFFAIR', 'duty', '信息迟报漏报', 'Information late or missing'),
  ('E-AR-01', 'ARCHIVE', 'transfer', '未当日移交整理入库', 'Not handed over, arranged and stored the same day'), ('E-AR-02', 'ARCHIVE', 'arrange', '收集不齐', 'Set incomplete'), ('E-AR-03', 'ARCHIVE', 'arrange', '保管期限划错', 'Wrong retention'),
  ('E-AR-04', 'ARCHIVE', 'arrange', '档号错误或重复', 'Archive code wrong or given twice'), ('E-AR-05', 'ARCHIVE', 'use', '查无或错提', 'Not found or wrong item'),
  ('E-SV-01', 'SERVICE', 'gate', '通行信息错误', 'Visitor pass wrong'), ('E-SV-02', 'SERVICE', 'vehicle', '派车失误', 'Vehicle not sent'), ('E-SV-03', 'SERVICE', 'room', '会场布置失误', 'Room not prepared'), ('E-SV-04', 'SERVICE', 'retired', '服务不到位', 'Service fell short'),
  ('E-SE-01', 'SECURITY', 'network', '敏感内容上错网络', 'Sensitive text on the wrong network'), ('E-SE-02', 'SECURITY', 'list', '名单泄露', 'List leaked'), ('E-SE-03', 'SECURITY', 'account', '账号共用', 'Account shared');
