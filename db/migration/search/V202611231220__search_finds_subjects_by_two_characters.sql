-- Why: search by number, sender and words, two characters and one included. Lexemes are made by the application (own bigrams and
-- the trailing single character of each run, engineering.md), so the dictionary of the server does not matter.
-- Locks: creates tables only. Back out: drop the three tables; they are made anew from the subjects.
create table search_entry (
  id           bigint generated always as identity primary key,
  handling_id  bigint      not null,
  subject_kind text        not null,
  subject_id   bigint      not null,
  dated        timestamptz not null,
  title        tsvector    not null,
  bag          tsvector    not null,
  indexed_at   timestamptz not null,
  constraint a_subject_is_indexed_once unique (subject_kind, subject_id)
);
comment on column search_entry.title is 'Title and number with positions; a hit here stands before a hit in the text.';
comment on column search_entry.bag is 'All lexemes of the subject without positions; phrases are verified on the pieces.';
create index search_entry_by_title on search_entry using gin (title);
create index search_entry_by_bag on search_entry using gin (bag);
create index search_entry_newest on search_entry (dated desc, id desc);

create table search_piece (
  entry_id bigint   not null references search_entry on delete cascade,
  no       int      not null,
  words    tsvector not null,
  text     text     not null,
  constraint pieces_of_an_entry_are_numbered primary key (entry_id, no)
);
comment on table search_piece is 'The text in pieces (positions of a tsvector stop at 16,383), with positions for phrases and the words for the snippet.';

create table search_pending (
  id           bigint generated always as identity primary key,
  subject_kind text        not null,
  subject_id   bigint      not null,
  tries        int         not null default 0,
  next_at      timestamptz not null
);
create index search_pending_due on search_pending (next_at, id);
comment on table search_pending is 'Subjects to be indexed again; written in the transaction of the act, taken out when done.';
