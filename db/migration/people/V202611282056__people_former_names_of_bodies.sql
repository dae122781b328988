-- Why: a paper dated after a body was renamed must not call it by its old name (domain.md 3.8, R-28): the directory keeps former names with
-- their last day, so that the new name can be offered.
-- Locks: creates a table only. Back out: drop the table made here.

create table organization_former_name (
  organization_id bigint       not null references organization (id),
  name            varchar(200) not null,
  until           date         not null,
  recorded_by     bigint       not null,
  recorded_at     timestamptz  not null,
  constraint a_body_bore_a_former_name_once primary key (organization_id, name)
);
comment on table organization_former_name is 'names that bodies bore (曾用名) and the last day they were called so; a day typed wrongly is typed again, the trail keeps both';
