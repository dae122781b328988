-- Why: what happens to an outgoing paper after its signature (发文办理): proofs read, the seal register, dispatch lines.
-- Locks: creates tables only. Back out: drop the tables made here.

create table outgoing_proof (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  revision_id bigint      not null references outgoing_revision,
  part        text        not null,
  clean       boolean     not null,
  differences text,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint a_proof_is_read_by_a_known_part check (part in ('FIRST_READER', 'READER')),
  constraint a_proof_says_what_differs check (clean or length(differences) > 0)
);
create index outgoing_proof_of_document on outgoing_proof (document_id, id);
comment on table outgoing_proof is 'append-only: proofs read (校对): the first reader of the drafting unit and two readers, each of one revision';

create table outgoing_seal (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  revision_id bigint      not null references outgoing_revision,
  sha256      text        not null,
  seal        text        not null,
  copies      int         not null,
  approver    bigint      not null,
  serial      text,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint sealed_copies_are_counted check (copies between 1 and 100000)
);
create index outgoing_seal_of_document on outgoing_seal (document_id, id);
comment on table outgoing_seal is 'append-only: seal register (用印登记): which revision, how many copies, on whose approval';

create table outgoing_dispatch_line (
  id              bigint generated always as identity primary key,
  document_id     bigint      not null references outgoing_document,
  request_id      text        not null,
  kind            text        not null,
  name            text        not null,
  organization    bigint,
  unit            bigint,
  copies          int         not null,
  channel         text        not null,
  sent_at         timestamptz,
  sent_by         bigint,
  acknowledged_at timestamptz,
  acknowledged_by text,
  incoming_id     bigint,
  struck_at       timestamptz,
  struck_by       bigint,
  struck_reason   text,
  recalled_at     timestamptz,
  constraint a_dispatch_line_is_made_once unique (document_id, request_id),
  constraint a_recipient_is_main_or_copied check (kind in ('MAIN', 'CC', 'INTERNAL')),
  constraint a_dispatch_channel_is_known check (channel in ('E_EXCHANGE', 'PAPER_EXCHANGE', 'FAX', 'TELEGRAM_PLAIN', 'HAND', 'INTERNAL')),
  constraint dispatched_copies_are_counted check (copies between 0 and 100000),
  constraint acknowledged_after_it_was_sent check (acknowledged_at is null or sent_at is not null),
  constraint a_struck_line_says_why check ((struck_at is null) = (struck_reason is null))
);
create unique index an_internal_delivery_is_one_incoming_paper on outgoing_dispatch_line (incoming_id) where incoming_id is not null;
create index outgoing_dispatch_line_of_document on outgoing_dispatch_line (document_id, id);
comment on table outgoing_dispatch_line is 'dispatch lines (核发登记): each recipient with copies, channel, sent, acknowledged';
