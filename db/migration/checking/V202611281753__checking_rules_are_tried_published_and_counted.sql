-- Why: the rules that are run over a draft (核稿规则): shipped ones and the office's own, each in editions that never change; what they
--      found, what became of it, and what a person said of it. Who may read, draft and publish is said by rights of their own.
-- Locks: creates tables; the role table for a moment. Back out: drop the tables made here; array_remove the three rights.

create table check_rule (
  id           bigint      generated always as identity primary key,
  code         text        not null,
  source       text        not null,
  kind         text        not null,
  severity     text        not null,
  own_severity text,
  state        text        not null,
  off          boolean     not null default false,
  edition      int         not null,
  running      int,
  origin_kind  text,
  origin_id    bigint,
  origin_words text,
  note         text,
  created_by   bigint      not null,
  created_at   timestamptz not null,
  published_by bigint,
  published_at timestamptz,
  retired_at   timestamptz,
  request_id   text,
  version      int         not null default 0,
  constraint a_rule_stands_once unique (code),
  constraint a_request_drafts_one_rule unique (request_id),
  constraint a_rule_comes_from_somewhere check (source in ('SHIPPED', 'OFFICE', 'IMPORTED')),
  constraint a_rule_is_in_a_known_state check (state in ('DRAFT', 'TRIED', 'PUBLISHED', 'RETIRED')),
  constraint a_published_rule_runs check (state <> 'PUBLISHED' or running is not null),
  constraint a_retired_rule_does_not_run check (state <> 'RETIRED' or running is null),
  constraint an_origin_is_whole check ((origin_kind is null) = (origin_id is null))
);
create index check_rule_by_origin on check_rule (origin_kind, origin_id) where origin_kind is not null;
comment on table check_rule is 'rules of checking (核稿规则); edition is the newest, running the one that is run over drafts; own_severity and off are the office''s word on a shipped rule and outlive an upgrade';

create table check_edition (
  rule_id    bigint      not null references check_rule,
  no         int         not null,
  definition text        not null,
  sha256     text        not null,
  by_person  bigint      not null,
  at         timestamptz not null,
  constraint an_edition_of_a_rule_stands_once primary key (rule_id, no),
  constraint an_edition_bears_the_hash_of_its_definition check (sha256 = encode(sha256(convert_to(definition, 'UTF8')), 'hex'))
);
comment on table check_edition is 'append-only: a rule as it was at one time, as the YAML that is also exchanged between offices';

create table check_book (
  one     boolean primary key default true,
  version bigint  not null,
  constraint there_is_one_book check (one)
);
insert into check_book (version) values (1);
comment on table check_book is 'one row: counted up whenever a rule that runs changes, so that every server reads the rules again';

create table check_trial (
  id        bigint      generated always as identity primary key,
  rule_id   bigint      not null,
  edition   int         not null,
  since     date        not null,
  papers    int         not null,
  left_out  int         not null,
  hits      int         not null,
  struck    int         not null,
  found     jsonb       not null,
  by_person bigint      not null,
  at        timestamptz not null,
  constraint a_trial_is_of_an_edition foreign key (rule_id, edition) references check_edition
);
create index check_trial_of_rule on check_trial (rule_id, id desc);
comment on table check_trial is 'append-only: a rule tried on the signed papers of the last year: how many, what it hit, the first hits with their context';

create table check_finding (
  id           bigint      generated always as identity primary key,
  subject_kind text        not null,
  subject_id   bigint      not null,
  rule_id      bigint      not null references check_rule,
  edition      int         not null,
  fingerprint  text        not null,
  element      text        not null,
  words        text        not null,
  severity     text        not null,
  step         text,
  writer       bigint      not null,
  seen_at      timestamptz not null,
  stopped_at   timestamptz,
  state        text        not null default 'OPEN',
  ended_at     timestamptz,
  ended_by     bigint,
  clicked      boolean     not null default false,
  constraint a_finding_of_a_rule_is_counted_once unique (subject_kind, subject_id, rule_id, fingerprint),
  constraint a_finding_ends_in_a_known_way check (state in ('OPEN', 'FIXED', 'WAIVED', 'FALSE_ALARM', 'PASSED')),
  constraint an_ended_finding_says_when check ((state = 'OPEN') = (ended_at is null))
);
create index check_finding_of_rule on check_finding (rule_id, seen_at desc);
comment on table check_finding is 'what a rule found (核稿发现), once a place and not once a keystroke: a place that was mended within seconds of being typed is not kept; what became of it stands beside it';

create table check_verdict (
  id           bigint      generated always as identity primary key,
  subject_kind text        not null,
  subject_id   bigint      not null,
  rule_id      bigint      not null references check_rule,
  edition      int         not null,
  fingerprint  text        not null,
  element      text        not null,
  words        text        not null,
  verdict      text        not null,
  reason       text        not null,
  by_person    bigint      not null,
  at           timestamptz not null,
  constraint a_verdict_on_a_finding_is_known check (verdict in ('WAIVED', 'FALSE_ALARM', 'TAKEN_BACK')),
  constraint a_verdict_on_a_finding_has_its_reason check (length(reason) > 0)
);
create index check_verdict_of_subject on check_verdict (subject_kind, subject_id, id);
create index check_verdict_of_rule on check_verdict (rule_id, id desc);
comment on table check_verdict is 'append-only: a person''s word on a finding (说明理由放过、误报); belongs to the words at their place, the last one holds';

create table check_answer (
  id           bigint      generated always as identity primary key,
  subject_kind text        not null,
  subject_id   bigint      not null,
  rule_id      bigint      not null references check_rule,
  edition      int         not null,
  step         text        not null,
  fingerprint  text        not null,
  answer       text        not null,
  note         text        not null,
  by_person    bigint      not null,
  at           timestamptz not null,
  constraint an_answer_to_a_check_is_known check (answer in ('YES', 'NO', 'NOT_APPLICABLE')),
  constraint an_answer_other_than_yes_says_why check (answer = 'YES' or length(note) > 0)
);
create index check_answer_of_subject on check_answer (subject_kind, subject_id, id);
comment on table check_answer is 'append-only: a named person''s answer to a question of a step (逐项核对), for exactly one text; the last one holds';

create table check_recurrence (
  rule_id      bigint      not null references check_rule,
  subject_kind text        not null,
  subject_id   bigint      not null,
  words        text        not null,
  told_by      bigint      not null,
  at           timestamptz not null,
  constraint an_error_comes_back_to_a_rule_once primary key (rule_id, subject_kind, subject_id)
);
comment on table check_recurrence is 'append-only: errors that happened again although the rule ran';

update role set rights = rights || '{rule.read}' where code in ('HANDLER', 'DIV_CHIEF', 'REVIEWER', 'RECHECKER', 'CLERK', 'SUPERVISOR', 'LEADER', 'ERROR_MANAGER');
update role set rights = rights || '{rule.draft}' where code in ('REVIEWER', 'DIV_CHIEF', 'ERROR_MANAGER');
update role set rights = rights || '{rule.publish}' where code = 'ERROR_MANAGER';
insert into known_right (code) values ('rule.read'), ('rule.draft'), ('rule.publish');
