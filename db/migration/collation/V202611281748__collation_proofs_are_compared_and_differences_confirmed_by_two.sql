-- Why: what a proof says is compared with the text it has to say (校对), by subject and purpose; a difference is mended in a new proof or
-- confirmed by two persons with their reasons.
-- Locks: creates tables only. Back out: drop the tables and the sequence made here.

create sequence collation_comparison_seq;

create table collation_comparison (
  id               bigint primary key,
  subject_kind     text        not null,
  subject_id       bigint      not null,
  purpose          text        not null,
  reference_sha256 text        not null,
  reference_label  text        not null,
  characters       int         not null,
  source           text        not null,
  name             text        not null,
  file_id          bigint,
  proof_sha256     text        not null,
  pages            int         not null,
  found            int         not null,
  request_id       text        not null,
  by_person        bigint      not null,
  at               timestamptz not null,
  constraint a_proof_is_compared_once_a_request unique (request_id),
  constraint a_proof_comes_from_a_known_source check (source in ('UPLOADED', 'RENDERED', 'TEXT')),
  constraint an_uploaded_proof_is_kept check (source <> 'UPLOADED' or file_id is not null)
);
create index collation_comparison_of_subject on collation_comparison (subject_kind, subject_id, purpose, id desc);
comment on table collation_comparison is 'append-only: comparisons of a proof with its reference (校对), by subject and purpose';

create table collation_difference (
  id               bigint generated always as identity primary key,
  comparison_id    bigint not null references collation_comparison,
  no               int    not null,
  kind             text   not null,
  element          text   not null,
  element_no       int    not null,
  page             int    not null,
  line             int    not null,
  reference_before text   not null,
  reference_words  text   not null,
  reference_after  text   not null,
  proof_before     text   not null,
  proof_words      text   not null,
  proof_after      text   not null,
  sameness         text   not null,
  constraint a_difference_has_its_number unique (comparison_id, no),
  constraint a_difference_is_of_a_known_kind check (kind in ('MISSING', 'EXTRA', 'CHANGED', 'MOVED'))
);
comment on table collation_difference is 'append-only: what differs (漏多错乱), in context on both sides; sameness tells it again in another proof of the same text';

create table collation_confirmation (
  id               bigint generated always as identity primary key,
  subject_kind     text        not null,
  subject_id       bigint      not null,
  purpose          text        not null,
  reference_sha256 text        not null,
  sameness         text        not null,
  difference_id    bigint      not null references collation_difference,
  reason           text        not null,
  by_person        bigint      not null,
  at               timestamptz not null,
  constraint a_person_confirms_a_difference_once unique (subject_kind, subject_id, purpose, reference_sha256, sameness, by_person),
  constraint a_confirmation_says_why check (length(reason) > 0)
);
comment on table collation_confirmation is 'append-only: differences that stand (两人确认), each by two persons, with their reasons; for one text only';
