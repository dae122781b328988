-- Why: files are kept by their content (SHA-256) on disk; here stands what they are and to which subject they belong.
-- Locks: new tables only. Back out: drop table attachment; drop table file_content; the files on disk stay.
create table file_content (
    sha256     text primary key,
    size       bigint not null,
    media_type text not null,
    kind       text not null,
    pages      integer,
    examined   text not null,
    stored_at  timestamptz not null,
    constraint a_content_is_named_by_its_hash check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint a_content_is_not_empty check (size > 0),
    constraint a_content_says_how_far_it_was_examined check (examined in ('FULLY', 'PARTLY', 'NOT'))
);
comment on table file_content is 'append-only: what stands on disk under this hash';

create table attachment (
    id           bigint generated always as identity primary key,
    subject_kind text not null,
    subject_id   bigint not null,
    name         text not null,
    sha256       text not null references file_content,
    kind_of_copy text not null,
    uploaded_by  bigint not null,
    uploaded_at  timestamptz not null,
    request_id   text not null,
    voided_at    timestamptz,
    voided_by    bigint,
    void_reason  text,
    constraint an_upload_is_kept_once unique (request_id),
    constraint a_copy_is_of_a_known_kind check (kind_of_copy in ('ORIGINAL', 'ATTACHMENT', 'RESULT', 'SCAN')),
    constraint a_voiding_says_who_when_and_why
        check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
);
create unique index a_subject_holds_a_content_once
    on attachment (subject_kind, subject_id, sha256) where voided_at is null;
create index attachment_by_content on attachment (sha256);
