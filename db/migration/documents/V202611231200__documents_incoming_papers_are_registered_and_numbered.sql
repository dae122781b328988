-- Why: incoming papers (收文): the register, its running number, and what is written while a paper is handled.
-- Locks: creates tables only. Back out: drop the tables, the sequence and the function made here.

create sequence incoming_document_seq increment by 50;

create table incoming_series (
  year        int  primary key,
  format      text not null,
  last_number int  not null default 0,
  constraint incoming_format_names_its_number check (position('{n}' in format) > 0),
  constraint incoming_numbers_count_upwards check (last_number >= 0)
);
comment on table incoming_series is 'one counter a year of receipt; the row is locked from the giving of a number to the end of the transaction, so that no number is lost';

-- The form in which this office writes its numbers; an office that writes them otherwise changes this row before it starts.
insert into incoming_series (year, format) values (2000, '收〔{year}〕{n}');

create table incoming_leap (
  year        int         not null references incoming_series,
  first       int         not null,
  last        int         not null,
  reason      text        not null,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint incoming_leap_once primary key (year, first),
  constraint a_leap_goes_forward check (last >= first),
  constraint a_leap_has_its_reason check (length(reason) > 0)
);
comment on table incoming_leap is 'append-only: numbers that this register did not give, with the reason: a register on paper that was continued';

create table incoming_document (
  id                bigint primary key,
  request_id        text        not null,
  in_no             text,
  in_year           int,
  in_seq            int,
  registered_at     timestamptz,
  registered_by     bigint,
  -- receipt (签收)
  received_at       timestamptz not null,
  receiver          bigint      not null,
  channel           text        not null,
  copies_counted    boolean     not null,
  pages_checked     boolean     not null,
  seal_intact       boolean     not null,
  receipt_exception text,
  -- register (登记)
  sender_id         bigint,
  sender_name       text        not null,
  doc_number        text,
  doc_number_key    text,
  title             text        not null,
  doc_type          text,
  direction         text,
  issued_on         date,
  urgency           text        not null,
  secrecy           text        not null,
  openness          text,
  openness_reason   text,
  copies            int,
  pages             int,
  main_recipients   jsonb       not null,
  cc_recipients     jsonb       not null,
  signers           jsonb       not null,
  contact_name      text,
  contact_phone     text,
  kind              text,
  keywords          jsonb       not null,
  asked_by          date,
  medium            text        not null,
  body              text,
  answers_number    text,
  previous_id       bigint,
  duplicate_of      bigint,
  -- what became of it
  assigned_at       timestamptz,
  circulated_at     timestamptz,
  readers_waived    jsonb       not null,
  waiver_reason     text,
  returned_at       timestamptz,
  returned_by       bigint,
  closed_at         timestamptz,
  closed_by         bigint,
  result            text,
  version           int         not null,
  constraint a_request_receives_one_paper unique (request_id),
  constraint an_incoming_number_is_given_once unique (in_no),
  constraint an_incoming_place_is_given_once unique (in_year, in_seq),
  constraint a_registered_paper_has_its_number_whole
    check ((in_no is null) = (in_year is null) and (in_no is null) = (in_seq is null)
       and (in_no is null) = (registered_at is null) and (in_no is null) = (registered_by is null)),
  constraint an_earlier_round_is_a_paper foreign key (previous_id) references incoming_document,
  constraint a_duplicate_is_of_a_paper foreign key (duplicate_of) references incoming_document,
  constraint a_paper_is_not_its_own_duplicate check (duplicate_of <> id),
  constraint a_paper_is_not_its_own_earlier_round check (previous_id <> id),
  constraint secrecy_is_below_state_secrets check (secrecy in ('NONE', 'INTERNAL', 'WORK_SENSITIVE')),
  constraint urgency_is_known check (urgency in ('NONE', 'ROUTINE', 'FAST', 'URGENT', 'TOP')),
  constraint a_paper_is_for_action_or_information check (kind in ('FOR_ACTION', 'FOR_INFORMATION')),
  constraint copies_and_pages_are_counted_from_one check (copies >= 1 and pages >= 1),
  constraint result_is_known check (result in ('REPLIED', 'NO_REPLY', 'READ', 'RETURNED', 'DUPLICATE')),
  constraint a_closed_paper_says_by_whom check ((closed_at is null) = (closed_by is null)),
  constraint a_returned_paper_says_by_whom check ((returned_at is null) = (returned_by is null)),
  constraint readers_are_waived_with_a_reason check (readers_waived = '[]' or waiver_reason is not null)
);
create index incoming_document_by_number on incoming_document (doc_number_key) where doc_number_key is not null;
create index incoming_document_by_receipt on incoming_document (received_at desc, id desc);
create index incoming_document_by_sender on incoming_document (sender_id, received_at desc);
comment on table incoming_document is 'incoming papers (收文登记簿, domain.md §2.4)';

-- A number once given never changes, whoever asks.
create function incoming_number_stands() returns trigger language plpgsql as $$
begin
  raise exception 'incoming number % never changes', old.in_no using errcode = 'integrity_constraint_violation';
end
$$;
create trigger incoming_number_stands before update on incoming_document
  for each row when (old.in_no is not null
    and (new.in_no, new.in_year, new.in_seq, new.registered_at) is distinct from (old.in_no, old.in_year, old.in_seq, old.registered_at))
  execute function incoming_number_stands();

create table incoming_review (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references incoming_document,
  answers     jsonb       not null,
  grounds     jsonb       not null,
  to_correct  text,
  by_person   bigint      not null,
  at          timestamptz not null
);
create index incoming_review_of_document on incoming_review (document_id, id desc);
comment on table incoming_review is 'append-only: first reviews (初审): the five tests of the law answered, the grounds of return found; the latest holds';

create table incoming_assignment (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references incoming_document,
  lead_id     bigint,
  supporting  jsonb       not null,
  product     text        not null,
  note        text,
  by_person   bigint      not null,
  at          timestamptz not null
);
create index incoming_assignment_of_document on incoming_assignment (document_id, id desc);
comment on table incoming_assignment is 'append-only: bodies outside the office that handle a paper (分办), and what they are to produce; the latest holds';

create table incoming_reply (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references incoming_document,
  form        text        not null,
  replied_on  date        not null,
  text        text,
  link        text,
  number      text,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint reply_form_is_known check (form in ('REPLY', 'LETTER', 'COPY_SLIP', 'PHONE', 'NOTICE', 'OTHER'))
);
create index incoming_reply_of_document on incoming_reply (document_id, id desc);
comment on table incoming_reply is 'append-only: answers given to the sender (答复); the latest holds';
