-- Why: the review sheet with its five focuses (核稿要点) is kept; a signature by an authorised deputy (代签) says so; a dispatch line
-- says from which collective name (各市（州）人民政府) it was spread.
-- Locks: two new columns without rewriting their tables.
-- Back out: drop table outgoing_focus; alter table outgoing_approval drop column deputy; alter table outgoing_dispatch_line drop column collective.
create table outgoing_focus (
  id          bigint generated always as identity primary key,
  document_id bigint      not null references outgoing_document,
  focus       text        not null,
  in_order    boolean     not null,
  note        text,
  tacit       boolean     not null,
  sha256      text        not null,
  step        text        not null,
  by_person   bigint      not null,
  at          timestamptz not null,
  constraint a_focus_of_review_is_known check (focus in ('GROUNDS', 'POLICY', 'CONSULTATION', 'FORM', 'RULES')),
  constraint a_problem_found_is_described check (in_order or note is not null)
);
create index outgoing_focus_of_document on outgoing_focus (document_id, id);
comment on table outgoing_focus is 'append-only: what a reviewer found at each of the five focuses of review, for the text of that hash; tacit: by finishing without a word';

alter table outgoing_approval add column deputy boolean not null default false;
alter table outgoing_dispatch_line add column collective text;
