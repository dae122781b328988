-- Why: jobs run once in a cluster and survive a restart (scheduled_tasks, the table of db-scheduler); what could not be done
-- stands in failed_work with its reason until it was done or somebody settled it.
-- Locks: new tables only. Back out: drop table failed_work; drop table scheduled_tasks.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    constraint a_job_stands_once primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table failed_work (
    id           bigint generated always as identity primary key,
    work         text not null,
    subject_kind text not null default '',
    subject_id   bigint not null default 0,
    reason       text not null,
    first_at     timestamptz not null,
    last_at      timestamptz not null,
    times        integer not null default 1,
    settled_at   timestamptz,
    settled_by   bigint,
    settled_how  text,
    constraint failed_work_has_a_reason check (reason <> ''),
    constraint settled_work_says_when_by_whom_and_how
        check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_how is null))
);
create unique index work_stands_open_once on failed_work (work, subject_kind, subject_id) where settled_at is null;
