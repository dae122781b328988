-- Why: persons come in by password, programs by token; who came, who was refused and who was locked out is on record.
-- Locks: new tables only. Back out: drop the tables of this file; nobody can log in then.

create table account (
  person_id        bigint       not null,
  login            varchar(40)  not null,
  password_hash    varchar(200) not null,
  must_change      boolean      not null,
  demo             boolean      not null default false,
  changed_at       timestamptz  not null,
  generation       integer      not null default 0,
  failures         integer      not null default 0,
  failing_since    timestamptz,
  locked_until     timestamptz,
  disabled_at      timestamptz,
  last_login_at    timestamptz,
  created_at       timestamptz  not null,
  constraint one_account_a_person primary key (person_id),
  constraint account_is_a_persons foreign key (person_id) references person (id),
  constraint login_is_unique unique (login),
  constraint login_is_lower_case check (login = lower(login))
);
comment on column account.generation is 'sessions begun under another generation are over: it grows when the password changes or the account is disabled';
comment on column account.demo is 'has the password of the demo office; such an account does not enter production';

create table former_password (
  person_id     bigint       not null,
  changed_at    timestamptz  not null,
  password_hash varchar(200) not null,
  constraint one_former_password_a_moment primary key (person_id, changed_at),
  constraint former_password_is_an_accounts foreign key (person_id) references account (person_id)
);
comment on table former_password is 'append-only: hashes of earlier passwords, so that they do not come back';

create table access_token (
  id           bigint generated always as identity,
  person_id    bigint      not null,
  name         varchar(60) not null,
  token_hash   bytea       not null,
  writes       boolean     not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  constraint access_token_by_number primary key (id),
  constraint access_token_is_an_accounts foreign key (person_id) references account (person_id),
  constraint access_token_is_unique unique (token_hash)
);
comment on column access_token.token_hash is 'SHA-256 of the token; the token itself is shown once and never kept';
create index access_token_of_person on access_token (person_id);

create table login_event (
  id        bigint generated always as identity,
  at        timestamptz not null,
  login     varchar(40) not null,
  person_id bigint,
  outcome   varchar(20) not null,
  client    varchar(60) not null,
  constraint login_event_by_number primary key (id),
  constraint login_event_outcome_is_known check (outcome in ('ENTERED', 'REFUSED', 'LOCKED', 'LOCKED_OUT', 'DISABLED', 'UNKNOWN'))
);
comment on table login_event is 'append-only: every attempt to log in, also of names that do not exist';
comment on column login_event.outcome is 'LOCKED: this attempt locked the account; LOCKED_OUT: it was locked already';
create index login_event_by_time on login_event (at, id);
