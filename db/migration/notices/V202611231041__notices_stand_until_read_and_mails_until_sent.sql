-- Why: what a person is told is written in the transaction of the act, so that nothing is lost; mails are sent from here later.
-- Locks: new tables only. Back out: drop table notice; drop table notice_setting.
create table notice_setting (
    person_id bigint primary key,
    mail      text,
    locale    text not null,
    kinds     text[] not null,
    constraint a_mail_address_is_not_empty check (mail <> ''),
    constraint a_language_is_known check (locale in ('zh-CN', 'en'))
);

create table notice (
    id            bigint generated always as identity primary key,
    person_id     bigint not null,
    subject_kind  text not null,
    subject_id    bigint not null,
    what          text not null,
    args          jsonb not null,
    at            timestamptz not null,
    read_at       timestamptz,
    mail_state    text not null,
    mail_attempts integer not null default 0,
    mail_next_at  timestamptz,
    mail_error    text,
    constraint a_mail_is_in_a_known_state check (mail_state in ('NONE', 'PENDING', 'SENT', 'FAILED')),
    constraint a_pending_mail_has_its_time check (mail_state <> 'PENDING' or mail_next_at is not null),
    constraint a_failed_mail_has_its_reason check (mail_state <> 'FAILED' or mail_error is not null)
);
create index notice_of_person on notice (person_id, id desc);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_mail_due on notice (mail_next_at) where mail_state = 'PENDING';
