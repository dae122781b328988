package org.sanban.scale;

import java.util.List;

/** The statements of {@link Scale}. Chance is a hash of the matter and of what is drawn, so that it hangs on no order. */
final class ScaleSql {

    private ScaleSql() {}

    /** A number in [0, 1) for a matter and a purpose. */
    private static String chance(String of, int purpose) {
        return "((hashint8extended(" + of + " * 1000 + " + purpose + ", cast(:seed as bigint)) & 1073741823) / cast(1073741824 as float8))";
    }

    private static String chance(String of, String purpose) {
        return "((hashint8extended(" + of + " * 1000 + " + purpose + ", cast(:seed as bigint)) & 1073741823) / cast(1073741824 as float8))";
    }

    /** The instant at a minute of office hours, counted from the first day; the day comes from the joined row {@code d}. */
    private static String at(String d, String w) {
        return "((" + d + ".day + case when " + w + " % 420 < 180 then time '09:00' else time '10:30' end + (" + w + " % 420) * interval '1 minute') at time zone 'Asia/Shanghai')";
    }

    static final List<String> TABLES = List.of(
            "drop table if exists scale_step, scale_day, scale_unit, scale_task",
            """
            create unlogged table scale_step as
            select * from (values
              ('incoming', 1, 'register', 15, 240, false, false), ('incoming', 2, 'review', 60, 240, false, false), ('incoming', 3, 'propose', 90, 420, false, true),
              ('incoming', 4, 'instruct', 200, 840, false, false), ('incoming', 5, 'assign', 40, 240, false, false), ('incoming', 6, 'handle', 1500, 4200, true, false),
              ('incoming', 7, 'transfer', 30, 240, true, false), ('incoming', 8, 'arrange', 40, 240, false, false), ('incoming', 9, 'store', 20, 240, false, false),
              ('outgoing', 1, 'draft', 900, null, true, false), ('outgoing', 2, 'review', 300, 840, false, true), ('outgoing', 3, 'chief', 120, 420, true, false),
              ('outgoing', 4, 'submit', 60, 420, false, false), ('outgoing', 5, 'sign', 200, 840, false, false), ('outgoing', 6, 'recheck', 60, 240, false, false),
              ('outgoing', 7, 'proofread', 60, 240, false, false), ('outgoing', 8, 'dispatch', 30, 240, false, false), ('outgoing', 9, 'transfer', 30, 240, true, false),
              ('outgoing', 10, 'arrange', 40, 240, false, false), ('outgoing', 11, 'store', 20, 240, false, false)
            ) s (kind, ord, step, mean, allowed, in_unit, returns)""",
            "create unlogged table scale_day (n int primary key, day date, load int, first bigint, stop_w bigint, last_n int)",
            "create unlogged table scale_unit as select row_number() over (order by id) - 1 as n, id, (select count(*) from unit) as units, (select array_agg(p.id order by p.id) from person p) as persons from unit",
            """
            create unlogged table scale_task (handling_id bigint, kind text, urgency text, unit bigint, person bigint, seq int, round int, ord int, last_ord int, step text,
              in_unit boolean, returned boolean, own bigint, waiting bigint, allowed bigint, arrived_w bigint, done_w bigint, arrived timestamptz, due timestamptz, done timestamptz)""");

    /** Working days, and some after the end for what is due then. */
    static final String DAYS = """
            insert into scale_day (n, day, load)
            select row_number() over (order by day) - 1, day,
                   case when day > cast(:now as date) then 0 when extract(month from day) = 12 then 15 when extract(month from day) in (3, 4) then 13
                        when extract(month from day) = 2 then 6 else 10 end
              from (select cast(d as date) as day from generate_series(cast(:starts as date), cast(:now as date) + 400, interval '1 day') d
                     where extract(isodow from d) < 6) days""";

    static final String LOAD = """
            update scale_day s set first = l.first, load = l.next - l.first, stop_w = l.last_n * 420 + 200, last_n = l.last_n
              from (select n, cast(:matters as bigint) * (sum(load) over (order by n) - load) / sum(load) over () as first,
                           cast(:matters as bigint) * sum(load) over (order by n) / sum(load) over () as next,
                           max(n) filter (where load > 0) over () as last_n
                      from scale_day) l where l.n = s.n""";

    /** As many every day, numbered from the last day back: the first ten thousand are those of the last days, however many years lie before. */
    static final String LOAD_BACK = """
            update scale_day s set first = k * cast(:load as bigint), load = :load, stop_w = l.last_n * 420 + 200, last_n = l.last_n
              from (select max(n) filter (where day <= cast(:now as date)) over () as last_n, n, max(n) filter (where day <= cast(:now as date)) over () - n as k from scale_day) l
             where l.n = s.n and l.k between 0 and :days - 1""";

    static final String CHUNK = "insert into scale_task with matter as (select i, d.n, d.stop_w, d.n / cast(d.last_n as float8) as t,"
            + " d.n * 420 + floor(" + chance("i", 1) + " * 420)::bigint as start_w,"
            + " " + chance("i", 7) + " < :brief as brief, case when " + chance("i", 7) + " < :brief or " + chance("i", 2) + " < 0.6 then 'incoming' else 'outgoing' end as kind,"
            + " case when " + chance("i", 3) + " < 0.84 then 'NORMAL' when " + chance("i", 3) + " < 0.94 then 'FAST' when " + chance("i", 3)
            + " < 0.99 then 'URGENT' else 'TOP' end as urgency, u.id as unit, u.n as unit_n, u.persons, " + chance("i", 4) + " as luck"
            + " from scale_day d cross join lateral generate_series(d.first, d.first + d.load - 1) i"
            + " join scale_unit u on u.n = floor(" + chance("i", 5) + " * " + chance("i", 6) + " * u.units)"
            + " where d.n >= :from and d.n < :to and d.load > 0)"
            // how often it came back: the seventh unit learns
            + ", run as (select m.*, case when luck < p * 0.05 then 4 when luck < p * 0.25 then 3 when luck < p then 2 else 1 end as rounds,"
            + " case when urgency = 'NORMAL' then 1.0 when urgency = 'FAST' then 0.5 else 0.25 end * case when unit_n = 6 then 1 - 0.5 * t else 1 end as pace"
            + " from (select *, case when kind = 'incoming' then 0.03 when unit_n = 6 then 0.24 - 0.2 * t else 0.14 end as p from matter) m)"
            + ", way as (select r.*, s.ord, s.step, s.in_unit, s.mean, s.allowed, g.round, s.returns and g.round < r.rounds as returned,"
            + " max(s.ord) over (partition by r.i) as last_ord, row_number() over (partition by r.i order by g.round, s.ord) as seq"
            + " from run r cross join lateral generate_series(1, r.rounds) g (round) join scale_step s on s.kind = r.kind and (s.ord <= 4 or not r.brief)"
            + " where g.round = r.rounds or s.ord <= (select b.ord from scale_step b where b.kind = r.kind and b.returns))"
            + ", taken as (select w.*, greatest(1, round(mean * pace * -ln(1 - " + chance("i", "10 + seq") + ")"
            + " * case when " + chance("i", "60 + seq") + " < 0.004 then 12 else 1 end))::bigint as own,"
            + " case when " + chance("i", "110 + seq") + " < 0.15 then round(mean * pace * " + chance("i", "160 + seq") + ")::bigint else 0 end as waiting,"
            + " (allowed * case when urgency = 'NORMAL' then 1.0 when urgency = 'FAST' then 0.5 else 0.25 end)::bigint as may"
            + " from way w)"
            + ", placed as (select t.*, start_w + coalesce(sum(own + waiting) over (partition by i order by seq rows between unbounded preceding and 1 preceding), 0)::bigint as arrived_w,"
            + " start_w + (sum(own + waiting) over (partition by i order by seq))::bigint as done_w from taken t)"
            + " select :base + i, kind, urgency, unit, persons[1 + mod(i, cardinality(persons))::int], seq, round, ord, last_ord, step, in_unit, returned, own, waiting, may, arrived_w,"
            + " case when done_w < p.stop_w then done_w end, " + at("a", "arrived_w") + ", " + at("u", "(arrived_w + may)") + ","
            + " case when done_w < p.stop_w then " + at("d", "done_w") + " end"
            + " from placed p join scale_day a on a.n = arrived_w / 420 left join scale_day u on u.n = (arrived_w + may) / 420 left join scale_day d on d.n = done_w / 420"
            + " where arrived_w < p.stop_w";

    /** From the ways to the tables of the house; ids are the matter's times a hundred. */
    static final List<String> SPREAD = List.of(
            """
            insert into handling (id, subject_kind, subject_id, procedure_id, step, state, outcome, visit, visit_count, round, pending, movement_count, urgency, confidentiality,
                   owner_unit, title, number, counterpart, attributes, started_by, started_at, moved_at, closed_at, version)
            select handling_id, kind, handling_id, coalesce((select max(p.id) from procedure p where p.code = t.kind and p.state = 'PUBLISHED'), 1), case when closed then null else step end, case when closed then 'CLOSED' else 'RUNNING' end, case when closed then case when kind = 'incoming' and handling_id % 23 = 0 then 'RETURNED' else 'STORED' end end,
                   seq, seq, round, case when closed then 0 else 1 end, seq, urgency, case when handling_id % 50 = 0 then 1 else 0 end, unit,
                   '关于第' || handling_id || '号事项的' || case when kind = 'incoming' then '请示' else '通知' end, '岭〔' || extract(year from arrived) || '〕' || handling_id || '号', null,
                   case when kind = 'outgoing' then '{"type": "NOTICE"}'::jsonb else '{}'::jsonb end, person, first, coalesce(done, arrived), case when closed then done end, 0
              from (select distinct on (handling_id) *, ord = last_ord and done is not null as closed, min(arrived) over (partition by handling_id) as first
                      from scale_task order by handling_id, seq desc) t order by handling_id""",
            """
            insert into task (id, handling_id, kind, part, state, step, visit, round, turn, holder_id, role, unit_id, assigned_by, clock, minutes_allowed, arrived_at, opened_at, due_at,
                   still_at, nudge_level, waiting_minutes, own_minutes, done_at, done_by, outcome)
            select handling_id * 100 + seq, handling_id, 'MAIN', 'HOLDER', case when done is null then 'OPEN' else 'DONE' end, step, seq, round, 0, person, null, case when in_unit then unit else 0 end,
                   person, 'WORK', allowed, arrived, case when (handling_id + seq) % 9 = 0 then done else arrived end, due, due, 0, waiting, case when done is not null then own end, done, case when done is not null then person end,
                   case when done is null then null when returned then 'RETURNED' else 'done' end
              from scale_task order by handling_id, seq""",
            """
            insert into movement (id, handling_id, seq, kind, task_id, actor_id, from_step, to_step, from_visit, transition, round, opinion, detail, at, request_id)
            select handling_id * 100 + seq, handling_id, seq, case when returned then 'RETURN' else 'COMPLETE' end, handling_id * 100 + seq, person, step, null, seq, 'done', round,
                   case when step in ('instruct', 'sign') then '同意' end, '{}'::jsonb, done, 'scale-' || seq
              from scale_task where done is not null order by handling_id, seq""",
            """
            insert into movement (id, handling_id, seq, kind, task_id, actor_id, from_step, to_step, from_visit, transition, round, opinion, detail, at, request_id)
            select handling_id * 100 + 50 + seq, handling_id, 500 + seq, case when seq = 2 then 'EXTEND' else 'URGE' end, handling_id * 100 + seq, person, step, step, seq, null, round,
                   null, '{}'::jsonb, arrived, 'scale-' || (500 + seq)
              from scale_task where seq = 2 and handling_id % 17 = 0 or seq = 3 and handling_id % 11 = 0""",
            """
            insert into archive_item (id, subject_kind, subject_id, state, title, number, responsible, doc_type, owner, year, organ, pages, pieces, proposed, basis, fonds, category, retention,
                   item_no, code, note, closed_at, transfer_step, arrange_step, transferred_at, transferred_by, prompt, prompt_adjusted, arranged_at, tested_files, checks, place, location,
                   stored_at, same_day, rejections, version)
            select handling_id, kind, handling_id, case when s is not null then 'STORED' else 'HANDED_OVER' end, '', '', '', 'NOTICE', 'OFFICE', extract(year from t), 'BWC', 3, '[]', 'D30', '', 'F', 'WS',
                   'D30', 1, 'S' || handling_id, '', t, 'transfer', 'arrange', t, 1, true, true, a, '', '[]', case when s is not null then 'SHELF' end, 'A1', s,
                   case when s is not null then date(t at time zone 'Asia/Shanghai') = date(s at time zone 'Asia/Shanghai') end, case when handling_id % 97 = 0 then 1 else 0 end, 0
              from (select handling_id, kind, max(done) filter (where step = 'transfer') as t, max(done) filter (where step = 'arrange') as a, max(done) filter (where step = 'store') as s
                      from scale_task group by handling_id, kind) i where t is not null order by handling_id""");


    /** Errors of matters: three types are chronic, most are found inside, some by the recipient; near misses dry up in the last two months. */
    static final String ERRORS = "insert into error_record (no, request_id, business, subject_kind, subject_id, subject_words, subject_urgency, source, reported_at, found_at, found_step, occurred_at,"
            + " introduced_step, unit, responsible_role, kind, type_code, severity, description, confidentiality, cause_codes, state, confirmed_at, classified_at, closed_at, updated_at)"
            + " with drawn as (select n, h.*, " + chance("n", 500) + " as a, " + chance("n", 501) + " as b, " + chance("n", 502) + " as c, " + chance("n", 503) + " as d,"
            + " case when " + chance("n", 504) + " < 0.55 then ty.chronic[1 + floor(" + chance("n", 505) + " * cardinality(ty.chronic))::int] else ty.types[1 + floor(" + chance("n", 506) + " * cardinality(ty.types))::int] end as type"
            + " from generate_series(1, :errors) n"
            + " join handling h on h.id = :base + floor(" + chance("n", 507) + " * :matters)::bigint"
            + " join (values ('incoming', array['E-DI-02'], array['E-DI-01','E-DI-02','E-DI-03','E-DI-04']), ('outgoing', array['E-DO-04','E-DO-05'], array['E-DO-01','E-DO-03','E-DO-04','E-DO-05','E-DO-06','E-DO-07','E-DO-10'])) ty (k, chronic, types) on ty.k = h.subject_kind)"
            + ", told as (select d.*, t.business, t.stage, least(d.started_at + a * interval '6 days', cast(:now as timestamptz) - interval '1 hour') as made, b < 0.12 as outside from drawn d join error_type t on t.code = d.type)"
            + ", seen as (select *, least(made - ln(1 - c) * case when outside then interval '20 days' else interval '1 day' end, cast(:now as timestamptz)) as found,"
            + " case when outside then case when d < 0.7 then 'S1' when d < 0.95 then 'S2' else 'S3' end when d < 0.75 then 'S0' else 'S1' end as grade from told)"
            + " select 'scale-' || n, 'scale-error-' || n, business, subject_kind, subject_id, title, urgency,"
            + " case when outside then case when a < 0.8 then 'RECIPIENT' else 'LEADER' end when a < 0.3 then 'SELF' when a < 0.85 then 'REVIEWER' when a < 0.92 then 'AUDIT' else 'SYSTEM_SUGGESTED' end,"
            + " found, found, case when outside then 'recipient' when business = 'DOC_IN' then case when b < 0.5 then 'assign' else 'handle' end when b < 0.4 then 'review' when b < 0.7 then 'recheck' else 'proofread' end,"
            + " made, stage, owner_unit, 'HANDLER', case when type in ('E-DO-05', 'E-DO-03', 'E-DI-03') then 'OMITTED' when type = 'E-DI-01' then 'DELAYED' when type in ('E-DI-04', 'E-DO-10') then 'MISHANDLED' when type = 'E-DO-06' then 'SUBSTANDARD' else 'WRONG' end,"
            + " type, grade, '第' || n || '起', h_grade, array[case when a < 0.5 then 'SLIP' when a < 0.7 then 'TIME_PRESSURE' else 'KNOWLEDGE' end],"
            + " case when found > cast(:now as timestamptz) - interval '2 days' then 'REPORTED' when c < 0.04 then 'REJECTED' else 'CLOSED' end,"
            + " case when found > cast(:now as timestamptz) - interval '2 days' then null else found end, found, found + interval '9 days', found"
            + " from (select s.*, s.confidentiality as h_grade, u.n as unit_n from seen s join scale_unit u on u.id = s.owner_unit) e"
            + " where not (unit_n = 6 and a < extract(epoch from made - cast(:starts as timestamptz)) / extract(epoch from cast(:now as timestamptz) - cast(:starts as timestamptz)) * 0.8)"
            + " and not (grade = 'S0' and made > cast(:now as timestamptz) - interval '60 days' and b < 0.8)";

    static final List<String> ERRORS_AGAIN = List.of(
            """
            update error_record e set recurrence_of = (select max(o.id) from error_record o where o.type_code = e.type_code and o.id < e.id), recurrence_by = 'TYPE_STEP_UNIT'
              where e.no like 'scale-%' and e.type_code in ('E-DO-04', 'E-DO-05', 'E-DI-02') and e.id % 7 = 0 and exists (select 1 from error_record o where o.type_code = e.type_code and o.id < e.id)""",
            // a few of business of which nothing is in hand, and of the archive on matters of others
            """
            update error_record set business = 'MEETING', type_code = 'E-MT-0' || 1 + id % 5, introduced_step = 'notice', found_step = 'reply', subject_kind = null, subject_id = null
              where no like 'scale-%' and severity <> 'S0' and id % 7 = 0""",
            """
            update error_record set business = 'SERVICE', type_code = 'E-SV-02', introduced_step = 'vehicle', found_step = 'room', subject_kind = null, subject_id = null
              where no like 'scale-%' and id % 29 = 1""",
            "update error_record set business = 'ARCHIVE', type_code = 'E-AR-02', introduced_step = 'arrange', found_step = 'review' where no like 'scale-%' and id % 61 = 0",
            "update error_record set verified_at = found_at + interval '25 days' where no like 'scale-%' and state = 'CLOSED' and id % 5 < 3 and found_at < (select max(found_at) from error_record) - interval '25 days'",
            """
            insert into error_action (error_id, nature, what, unit, due_on, done_at, evidence, made_at)
            select id, case when id % 3 = 0 then 'PREVENTIVE' else 'CORRECTIVE' end, '整改', unit, cast(found_at as date) + 20,
                   case when id % 10 < 8 then found_at + (id % 30) * interval '1 day' end, case when id % 10 < 8 then '见附件' end, found_at
              from error_record where no like 'scale-%' and severity <> 'S0' and state = 'CLOSED'""",
            "update error_action set dropped_at = made_at, drop_reason = '并入另一项' where done_at is null and error_id % 3 = 0 and error_id in (select id from error_record where no like 'scale-%')");
}
