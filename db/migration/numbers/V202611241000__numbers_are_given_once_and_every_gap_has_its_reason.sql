-- Why: the register of issue numbers (发文字号登记簿, domain.md §3.4): series, one counter a series and year, and a line for every number
--      that was ever reserved or given. Who may read, reserve and define is said by rights of their own.
-- Locks: creates tables; the role table for a moment. Back out: drop the tables and functions made here; array_remove the rights.

create table number_series (
  id        bigint  generated always as identity primary key,
  code      text    not null,
  name      text    not null,
  body      text    not null,
  direction text    not null,
  layout    text    not null,
  doc_types text[]  not null,
  format    text    not null,
  yearly    boolean not null,
  active    boolean not null default true,
  version   int     not null default 0,
  constraint a_series_code_stands_once unique (code),
  constraint a_series_goes_one_way check (direction in ('UP', 'LATERAL', 'DOWN')),
  constraint a_series_has_a_known_layout check (layout in ('GENERAL', 'UPWARD', 'LETTER', 'TELEGRAM', 'MINUTES', 'ORDER')),
  constraint a_series_serves_some_type check (cardinality(doc_types) > 0),
  constraint a_series_writes_its_number check (position('{n}' in format) > 0)
);
comment on table number_series is 'series of issue numbers (机关代字); body is the code of the organization that issues';

create table number_counter (
  series_id bigint not null references number_series,
  period    int    not null,
  code      text   not null,
  format    text   not null,
  last      int    not null,
  constraint one_counter_a_series_and_year primary key (series_id, period),
  constraint numbers_count_upwards check (last >= 0)
);
comment on table number_counter is 'period is the year, 0 for a series that runs on over the years; the row is locked from the giving of a number to the end of the transaction, so that no number is lost; code and format stay as they were when the counter began';

create table number_leap (
  series_id bigint      not null,
  period    int         not null,
  first     int         not null,
  last      int         not null,
  reason    text        not null,
  by_person bigint      not null,
  at        timestamptz not null,
  constraint a_leap_starts_once primary key (series_id, period, first),
  constraint a_leap_is_of_a_counter foreign key (series_id, period) references number_counter,
  constraint a_number_leap_goes_forward check (last >= first),
  constraint a_number_leap_has_its_reason check (length(reason) > 0)
);
comment on table number_leap is 'append-only: numbers that this register did not give, with the reason: an old register that was continued';

create table number_line (
  id             bigint      generated always as identity primary key,
  series_id      bigint      not null,
  period         int         not null,
  year           int         not null,
  seq            int         not null,
  text           text        not null,
  key            text        not null,
  state          text        not null,
  taken_at       timestamptz not null,
  -- reserved (预留)
  reserve_reason text,
  owner          bigint,
  expires_on     date,
  reserved_by    bigint,
  reserved_at    timestamptz,
  request_id     text,
  -- given (编号)
  subject_kind   text,
  subject_id     bigint,
  title          text,
  signed_on      date,
  given_by       bigint,
  given_at       timestamptz,
  -- voided (作废)
  void_reason    text,
  void_approver  bigint,
  voided_by      bigint,
  voided_at      timestamptz,
  constraint a_line_is_of_a_counter foreign key (series_id, period) references number_counter,
  constraint a_number_is_given_once unique (series_id, period, seq),
  constraint a_number_is_written_once unique (key),
  constraint a_request_reserves_once unique (request_id),
  constraint a_number_counts_from_one check (seq > 0),
  constraint a_number_state_is_known check (state in ('RESERVED', 'GIVEN', 'VOIDED')),
  constraint a_yearly_number_is_of_its_year check (period in (0, year)),
  constraint a_reservation_is_whole
    check (num_nulls(reserve_reason, owner, expires_on, reserved_by, reserved_at) in (0, 5) and (state <> 'RESERVED' or owner is not null)),
  constraint a_given_number_is_whole
    check (num_nulls(title, signed_on, given_by, given_at) in (0, 4) and (state <> 'GIVEN' or title is not null)),
  constraint a_subject_is_named_whole check ((subject_kind is null) = (subject_id is null) and (subject_kind is null or title is not null)),
  constraint a_number_was_reserved_or_given check (owner is not null or title is not null),
  constraint a_voided_number_says_by_whom check (num_nulls(voided_by, voided_at) = case state when 'VOIDED' then 0 else 2 end),
  constraint a_number_is_voided_with_reason_and_approver_or_ran_out
    check (num_nulls(void_reason, void_approver) in (0, 2)
       and (void_reason is null or state = 'VOIDED')
       and (state <> 'VOIDED' or void_reason is not null or title is null))
);
create unique index a_subject_has_one_number on number_line (subject_kind, subject_id) where state = 'GIVEN';
create index number_line_of_series on number_line (series_id, year, seq desc);
create index number_line_reserved on number_line (expires_on) where state = 'RESERVED';
create index number_line_taken on number_line (taken_at);
comment on table number_line is 'one line for each number: reserved, given or voided; a line goes only forward and never away. key is the text, made different where two series write alike';

-- Whoever asks: a number never changes, a given one keeps what it was given for, a voided one is not used again, no line goes away.
create function number_line_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'number % never goes away', old.text using errcode = 'integrity_constraint_violation';
  elsif (new.id, new.series_id, new.period, new.seq, new.text, new.key, new.taken_at, new.reserve_reason, new.owner, new.expires_on, new.reserved_by, new.reserved_at, new.request_id)
      is distinct from (old.id, old.series_id, old.period, old.seq, old.text, old.key, old.taken_at, old.reserve_reason, old.owner, old.expires_on, old.reserved_by, old.reserved_at, old.request_id) then
    raise exception 'number % never changes', old.text using errcode = 'integrity_constraint_violation';
  elsif old.state <> 'RESERVED' and (new.year, new.subject_kind, new.subject_id, new.title, new.signed_on, new.given_by, new.given_at)
      is distinct from (old.year, old.subject_kind, old.subject_id, old.title, old.signed_on, old.given_by, old.given_at) then
    raise exception 'number % keeps what it was given for', old.text using errcode = 'integrity_constraint_violation';
  elsif old.state = 'VOIDED' or new.state = 'RESERVED' then
    raise exception 'number % goes only forward', old.text using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger number_line_stands before update or delete on number_line for each row execute function number_line_stands();

-- A counter never goes back and keeps the form it began with.
create function number_counter_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.last < old.last or (new.series_id, new.period, new.code, new.format) is distinct from (old.series_id, old.period, old.code, old.format) then
    raise exception 'the counter of % goes only forward', old.code using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger number_counter_stands before update or delete on number_counter for each row execute function number_counter_stands();

update role set rights = rights || '{number.read,number.reserve,number.series}' where code = 'RECHECKER';
update role set rights = rights || '{number.read}' where code in ('CLERK', 'REVIEWER', 'DIV_CHIEF', 'PRINTER', 'SUPERVISOR', 'ARCHIVIST', 'LEADER');
insert into known_right (code) values ('number.read'), ('number.reserve'), ('number.series') on conflict do nothing;
