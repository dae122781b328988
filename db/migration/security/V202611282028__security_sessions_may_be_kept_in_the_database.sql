-- Why: where two nodes serve one office (sanban.security.sessions=database), a session must outlive the node it began on.
--      The columns are those that Spring Session JDBC writes.
-- Locks: new tables only.
-- Back out: drop both tables; everybody logs in again.

create table entry_session (
  primary_id            char(36) not null,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100),
  constraint one_session_a_key primary key (primary_id),
  constraint one_session_an_id unique (session_id)
);
comment on table entry_session is 'Sessions of several nodes; times are milliseconds since 1970, UTC. Empty where one node serves.';
create index entry_session_by_expiry on entry_session (expiry_time);
create index entry_session_by_principal on entry_session (principal_name);

create table entry_session_attributes (
  session_primary_id char(36)     not null references entry_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  constraint one_attribute_a_session primary key (session_primary_id, attribute_name)
);
comment on table entry_session_attributes is 'What a session holds: who came in, when they came and last acted, the CSRF token. Nothing that was typed.';
