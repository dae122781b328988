-- Why: outgoing papers (发文): the draft with its editing lease, the frozen revisions, every reviewer's correction as a fact,
-- and approvals that belong to one revision.
-- Locks: creates tables only. Back out: drop the tables and the sequence made here.

create sequence outgoing_document_seq;

create table outgoing_document (
  id               bigint primary key default nextval('outgoing_document_seq'),
  request_id       text        not null,
  drafter          bigint      not null,
  owner_unit       bigint      not null,
  created_at       timestamptz not null,
  -- the text as it stands
  draft            jsonb       not null,
  text_version     int         not null default 0,
  written_by       bigint      not null,
  written_at       timestamptz not null,
  title            text generated always as (draft ->> 'title') stored,
  doc_type         text generated always as (draft ->> 'docType') stored,
  answers_incoming bigint generated always as ((draft ->> 'answersIncoming')::bigint) stored,
  -- who is writing
  lease_holder     bigint,
  lease_window     text,
  lease_since      timestamptz,
  lease_until      timestamptz,
  -- what became of it
  signed_at        timestamptz,
  signed_on        date,
  series           text,
  reserved_line    bigint,
  number           text,
  number_line      bigint,
  numbered_at      timestamptz,
  numbered_by      bigint,
  numbered_text    bigint,
  dispatched_at    timestamptz,
  dispatched_by    bigint,
  dispatched_text  bigint,
  published_at     timestamptz,
  published_by     bigint,
  published_where  text,
  missing_waived   jsonb       not null default '[]',
  waiver_reason    text,
  recalled_at      timestamptz,
  recalled_by      bigint,
  recall_reason    text,
  corrected_by     bigint references outgoing_document,
  closed_at        timestamptz,
  closed_by        bigint,
  constraint a_request_begins_one_draft unique (request_id),
  constraint a_lease_is_whole check ((lease_holder is null) = (lease_window is null) and (lease_holder is null) = (lease_until is null)),
  constraint a_numbered_paper_says_by_whom check ((number is null) = (numbered_at is null) and (number is null) = (numbered_by is null)),
  constraint a_paper_without_answers_is_closed_with_a_reason check (missing_waived = '[]' or waiver_reason is not null),
  constraint a_recall_has_its_reason check ((recalled_at is null) = (recall_reason is null)),
  constraint a_paper_is_not_its_own_correction check (corrected_by <> id)
);
create unique index an_outgoing_number_stands_on_one_paper on outgoing_document (number) where number is not null;
create index outgoing_document_by_drafter on outgoing_document (drafter, id desc);
create index outgoing_document_by_answered on outgoing_document (answers_incoming) where answers_incoming is not null;
comment on table outgoing_document is 'outgoing papers (发文) with the text as it stands; what was signed stands in outgoing_revision';

create table outgoing_revision (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  no          int         not null,
  sha256      text        not null,
  canonical   text        not null,
  draft       jsonb       not null,
  files       jsonb       not null,
  reasons     jsonb       not null default '{}',
  substantive boolean     not null,
  step        text        not null,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint revisions_are_counted_from_one check (no >= 1),
  constraint a_revision_is_frozen_once unique (document_id, no),
  constraint a_revision_bears_the_hash_of_its_text check (sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
comment on table outgoing_revision is 'append-only: the text frozen at every submission, with the SHA-256 of all its elements and of its attached files';

create table outgoing_correction (
  id            bigint generated always as identity primary key,
  document_id   bigint      not null references outgoing_document,
  from_revision bigint      not null references outgoing_revision,
  to_revision   bigint      not null references outgoing_revision,
  element       text        not null,
  old_from      int         not null,
  old_to        int         not null,
  new_from      int         not null,
  new_to        int         not null,
  old_words     text        not null,
  new_words     text        not null,
  guessed       text        not null,
  kind          text        not null,
  substantive   boolean     not null,
  by_author     boolean     not null,
  step          text        not null,
  by_person     bigint      not null,
  at            timestamptz not null,
  constraint a_correction_is_of_a_known_kind check (kind in ('WRONG', 'MISSING', 'EXTRA', 'FORMAT', 'PUNCTUATION', 'WORDING', 'NOT_AN_ERROR')),
  constraint a_correction_has_a_place check (old_from >= 0 and old_to >= old_from and new_from >= 0 and new_to >= new_from)
);
create index outgoing_correction_of_document on outgoing_correction (document_id, id);
comment on table outgoing_correction is 'append-only: what was changed from one revision to the next, span by span: element, words, kind, step, person';

create table outgoing_correction_choice (
  id           bigint generated always as identity primary key,
  document_id  bigint      not null references outgoing_document,
  base         bigint      not null references outgoing_revision,
  element      text        not null,
  old_from     int         not null,
  old_to       int         not null,
  new_words    text        not null,
  kind         text,
  substantive  boolean,
  by_person    bigint      not null,
  at           timestamptz not null
);
create index outgoing_correction_choice_of_document on outgoing_correction_choice (document_id, base, id);
comment on table outgoing_correction_choice is 'append-only: what a reviewer says a change is, before it is sent; the latest for a place holds';

create table outgoing_correction_answer (
  correction_id bigint primary key references outgoing_correction,
  answer        text        not null,
  words         text,
  by_person     bigint      not null,
  at            timestamptz not null,
  constraint an_answer_accepts_or_says_why check (answer = 'ACCEPTED' or (answer = 'ANSWERED' and length(words) > 0))
);
comment on table outgoing_correction_answer is 'append-only: the author''s answer to a correction, given once';

create table outgoing_approval (
  id           bigint generated always as identity primary key,
  document_id  bigint      not null references outgoing_document,
  revision_id  bigint      not null references outgoing_revision,
  sha256       text        not null,
  kind         text        not null,
  verdict      text,
  person       bigint,
  unit         bigint,
  organization bigint,
  person_name  text,
  words        text,
  file_id      bigint,
  given_on     date,
  entered_by   bigint      not null,
  movement     bigint,
  at           timestamptz not null,
  constraint an_approval_is_of_a_known_kind check (kind in ('COUNTERSIGN', 'REVIEW', 'LEGAL', 'SIGN', 'CONFIRM', 'RECHECK')),
  constraint a_verdict_is_known check (verdict in ('AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE', 'NO_COMMENT')),
  constraint an_approval_is_a_persons_or_a_bodys check (person is not null or organization is not null)
);
create index outgoing_approval_of_document on outgoing_approval (document_id, id);
comment on table outgoing_approval is 'append-only: approvals, each of one revision; those of bodies outside are recorded with person and date';

create table outgoing_approval_void (
  approval_id bigint primary key references outgoing_approval,
  revision_id bigint      not null references outgoing_revision,
  reason      text        not null,
  at          timestamptz not null,
  constraint a_void_reason_is_a_rule check (reason in ('TEXT_CHANGED', 'CHANGED_IN_SUBSTANCE', 'WITHDRAWN'))
);
comment on table outgoing_approval_void is 'append-only: approvals that a later revision made void, with the rule';

create table outgoing_verdict (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  person      bigint      not null,
  verdict     text        not null,
  at          timestamptz not null,
  constraint a_verdict_to_be_given_is_known check (verdict in ('AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE', 'NO_COMMENT'))
);
create index outgoing_verdict_of_document on outgoing_verdict (document_id, person, id desc);
comment on table outgoing_verdict is 'append-only: the verdict a countersigner chose before finishing; the latest holds';

create table outgoing_reason (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  rule        text        not null,
  reason      text        not null,
  by_person   bigint      not null,
  at          timestamptz not null
);
create index outgoing_reason_of_document on outgoing_reason (document_id, id);
comment on table outgoing_reason is 'append-only: why a warning of the routing rules does not stand; kept with the revision frozen next';
