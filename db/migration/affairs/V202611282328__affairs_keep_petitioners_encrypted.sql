-- Why: who wrote, called or came (信访人) is stored encrypted (domain.md §6.6, 信访人信息加密存储): the key lies in a file beside the database, never in it.
--      Every look is a row.
-- Locks: creates two tables. Back out: drop both.
create table affair_petitioner (
  affair_id  bigint primary key references affair,
  sealed     bytea       not null,
  written_by bigint      not null,
  written_at timestamptz not null
);
comment on table affair_petitioner is 'Name, telephone and address of a petitioner, encrypted with AES-256-GCM; the key is no part of the database.';

create table affair_petitioner_look (
  id        bigint generated always as identity primary key,
  affair_id bigint      not null references affair,
  by_person bigint      not null,
  at        timestamptz not null
);
comment on table affair_petitioner_look is 'append-only: who looked at the data of a petitioner, and when.';
create index affair_petitioner_look_of on affair_petitioner_look (affair_id, id);
