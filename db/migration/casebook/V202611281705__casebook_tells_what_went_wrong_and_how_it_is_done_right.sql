-- Why: the casebook (差错汇编, 以案说法): cases written from closed errors without a name, their frozen editions, printed volumes, and the
-- circulars (差错通报) that were made from the register.
-- Locks: creates only. Back out: drop the tables and the sequence made here.

create sequence casebook_case_seq;

create table casebook_counter (
  year int primary key,
  last int not null
);
comment on table casebook_counter is 'Last number (CB-2026-03) of a year; locked to the end of the transaction, so that none is left out.';

create table casebook_case (
  id            bigint primary key default nextval('casebook_case_seq'),
  ref           text        not null,
  error_id      bigint      not null references error_record,
  business      text        not null references error_business,
  stage         text,
  kind          text references error_kind,
  severity      text references error_severity,
  state         text        not null default 'DRAFT',
  edition       int         not null default 0,
  draft         jsonb       not null,
  rules         text[]      not null default '{}',
  made_at       timestamptz not null,
  published_at  timestamptz,
  review_on     date,
  removed_at    timestamptz,
  remove_reason text,
  version       int         not null default 0,
  constraint case_number_is_given_once unique (ref),
  constraint an_error_becomes_one_case unique (error_id),
  constraint case_state_is_known check (state in ('DRAFT', 'PUBLISHED', 'REMOVED')),
  constraint a_published_case_has_an_edition check (state = 'DRAFT' or edition > 0),
  constraint a_removed_case_says_why check ((state = 'REMOVED') = (remove_reason is not null))
);
create index casebook_case_of_step on casebook_case (business, stage, published_at desc) where state = 'PUBLISHED';
create index casebook_case_newest on casebook_case (published_at desc, id desc) where state = 'PUBLISHED';
comment on table casebook_case is 'A case (案例) from one error. draft: the text being written, edition: number of the published one, 0 while there is none. Names nobody.';

create table casebook_text (
  id           bigint generated always as identity primary key,
  case_id      bigint      not null references casebook_case,
  edition      int         not null,
  content      jsonb       not null,
  published_at timestamptz not null,
  published_by bigint      not null,
  constraint an_edition_of_a_case_is_published_once unique (case_id, edition)
);
comment on table casebook_text is 'append-only: what a case said in each of its editions';

create table casebook_volume (
  id           bigint generated always as identity primary key,
  title        text        not null,
  covers_from  date        not null,
  covers_until date        not null,
  foreword     text        not null,
  published_at timestamptz not null,
  published_by bigint      not null,
  request_id   text        not null,
  constraint a_volume_covers_days_in_order check (covers_from <= covers_until),
  constraint a_volume_is_named_once unique (title),
  constraint a_volume_is_published_once_a_request unique (request_id)
);
comment on table casebook_volume is 'append-only: a volume of the casebook (汇编) of a half-year, a quarter or a year';

create table casebook_volume_case (
  volume_id bigint not null references casebook_volume,
  text_id   bigint not null references casebook_text,
  ordering  int    not null,
  constraint a_text_stands_once_in_a_volume primary key (volume_id, text_id)
);
comment on table casebook_volume_case is 'append-only: the texts of a volume, as they stood that day';

create table casebook_circular (
  id           bigint generated always as identity primary key,
  covers_from  date        not null,
  covers_until date        not null,
  document_id  bigint      not null,
  figures      jsonb       not null,
  made_at      timestamptz not null,
  made_by      bigint      not null,
  request_id   text        not null,
  constraint a_circular_covers_days_in_order check (covers_from <= covers_until),
  constraint a_circular_is_made_once_a_request unique (request_id)
);
create index casebook_circular_newest on casebook_circular (covers_until desc, id desc);
comment on table casebook_circular is 'append-only: a circular on errors (差错通报) drafted from the register, with the figures of that moment; document_id: the outgoing paper it became';
