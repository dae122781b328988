package org.sanban.affairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.wire.Conditions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Affairs as a list and as a board: filtered, paged by key, each reader what is open to them. */
@Service
@Transactional(readOnly = true)
public class AffairList {

    /** What leads, as one word: {@code o12} a body outside, {@code u7} a unit of the office, {@code none}. */
    private static final String LEAD = """
            coalesce((select 'o' || p.organization from affair_party p where p.affair_id = a.id and p.part = 'LEAD' and p.organization is not null),
                     (select 'u' || p.unit from affair_party p where p.affair_id = a.id and p.part = 'LEAD' and p.unit is not null), 'none')""";

    /** What the board's rows are. */
    public enum By {
        STATE("a.state"),
        LEAD(AffairList.LEAD),
        SOURCE("a.source_type");

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }

        /** Its name in the address of the list. */
        public String filter() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What is looked for; null or blank is anything.
     *
     * @param q words, all of which stand in number, title or instruction
     * @param lead as {@link By#LEAD} gives it
     * @param subject what they come from
     */
    public record Filter(
            @Nullable String q, @Nullable String category, @Nullable State state, @Nullable String lead, @Nullable SourceType source, @Nullable Mark mark,
            @Nullable Lane lane, @Nullable SubjectRef subject) {

        public static Filter none() {
            return new Filter(null, null, null, null, null, null, null, null);
        }

        public static Filter of(SubjectRef subject) {
            return new Filter(null, null, null, null, null, null, null, subject);
        }

        public static Filter marked(Mark mark) {
            return new Filter(null, null, null, null, null, mark, null, null);
        }
    }

    /** @param holders ids of persons, or codes of roles; {@code due} of what lies before them; {@code late} by the engine's rule */
    public record Line(
            long id, @Nullable String no, String title, String category, SourceType source, State state, Lane lane, boolean firstMatter, String lead,
            Instant createdAt, @Nullable Instant due, @Nullable Instant closedAt, @Nullable String step, List<String> holders, boolean late, boolean sensitive) {

        public String cursor() {
            return Conditions.cursor(createdAt, id);
        }
    }

    /** One row of the board. @param key value of the filter; counts by mark */
    public record Row(String key, Map<Mark, Integer> counts) {}

    private static final String FROM = " from affair a join handling h on h.subject_kind = 'affair' and h.subject_id = a.id where ";

    private final JdbcClient jdbc;
    private final AffairSight sight;
    private final Clock clock;
    private final ZoneId zone;

    AffairList(JdbcClient jdbc, AffairSight sight, Clock clock, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
        this.zone = zone;
    }

    /** Latest begun first. @param after {@link Line#cursor} of the last line seen, null for the first page */
    public List<Line> page(Filter filter, @Nullable String after, int limit, Actor by) {
        Conditions conditions = conditions(filter, by).after(after, "a.created_at, a.id").put("limit", limit);
        return jdbc.sql("""
                        select a.*, h.step, %s as lead, %s as late,
                               (select string_agg(coalesce(t.holder_id::text, t.role), ',' order by t.id) from task t
                                 where t.handling_id = h.id and t.state = 'OPEN' and t.kind = 'MAIN') as holders""".formatted(LEAD, Mark.LATE.sql())
                        + FROM + conditions.sql() + " order by a.created_at desc, a.id desc limit :limit")
                .params(conditions.values()).query((row, n) -> line(row)).list();
    }

    /** How many the filter finds. */
    public int count(Filter filter, Actor by) {
        Conditions conditions = conditions(filter, by);
        return jdbc.sql("select count(*)" + FROM + conditions.sql()).params(conditions.values()).query(Integer.class).single();
    }

    /** The open affairs that the actor may read, counted by what each row is; rows with nothing are left out. */
    public List<Row> board(By rowsAre, Actor by) {
        List<Mark> marks = List.of(Mark.OPEN, Mark.LATE, Mark.NOT_MOVING, Mark.THIS_WEEK);
        Map<String, Object> values = values(by);
        String counts = String.join(", ", marks.stream().map(m -> "count(*) filter (where " + m.sql() + ") as " + m.name().toLowerCase(java.util.Locale.ROOT)).toList());
        String inner = "select " + rowsAre.sql + " as key, a.id as aid" + FROM + Mark.OPEN.sql() + " and " + sight.of(by);
        return jdbc.sql("select k.key, " + counts + " from (" + inner + ") k join affair a on a.id = k.aid join handling h on h.subject_kind = 'affair' and h.subject_id = a.id group by k.key order by 2 desc, 1")
                .params(values)
                .query((row, n) -> {
                    Map<Mark, Integer> cells = new HashMap<>();
                    for (Mark mark : marks) {
                        cells.put(mark, row.getInt(mark.name().toLowerCase(java.util.Locale.ROOT)));
                    }
                    return new Row(row.getString("key"), cells);
                })
                .list();
    }

    /** How many of a hundred begun this month go by the urgent lane; over a quarter it is a habit (domain.md §6.4). Null where nothing was begun. */
    public @Nullable Integer urgentShare(Actor by) {
        Map<String, Object> values = values(by);
        values.put("month", Timestamp.from(LocalDate.ofInstant(clock.instant(), zone).withDayOfMonth(1).atStartOfDay(zone).toInstant()));
        return jdbc.sql("select (100 * count(*) filter (where a.lane = 'URGENT_SPECIAL') / nullif(count(*), 0))::int" + FROM + "a.created_at >= :month and a.category <> 'DUTY_INFO' and " + sight.of(by))
                .params(values).query((row, n) -> row.getObject(1, Integer.class)).list().getFirst();
    }

    private Map<String, Object> values(Actor by) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        Instant now = clock.instant();
        LocalDate monday = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        values.put("now", Timestamp.from(now));
        values.put("week", Timestamp.from(monday.atStartOfDay(zone).toInstant()));
        values.put("weekEnd", Timestamp.from(monday.plusDays(7).atStartOfDay(zone).toInstant()));
        return values;
    }

    private Conditions conditions(Filter f, Actor by) {
        Conditions all = new Conditions(values(by))
                .that(sight.of(by))
                .words(f.q(), "(a.no like :q or a.origin_no like :q or a.title like :q or a.instruction like :q)")
                .is(f.category(), "a.category = :category")
                .is(f.state(), By.STATE.sql + " = :state")
                .is(f.lead(), By.LEAD.sql + " = :lead")
                .is(f.source(), By.SOURCE.sql + " = :source")
                .is(f.lane(), "a.lane = :lane");
        if (f.mark() != null) {
            all.that(f.mark().sql());
        }
        return f.subject() == null ? all : all.is(f.subject().kind(), "a.source_kind = :sourceKind").is(f.subject().id(), "a.source_id = :sourceId");
    }

    private static Line line(ResultSet row) throws SQLException {
        String holders = row.getString("holders");
        String no = row.getString("no");
        return new Line(
                row.getLong("id"), no != null ? no : row.getString("origin_no"), row.getString("title"), row.getString("category"),
                SourceType.valueOf(row.getString("source_type")), State.valueOf(row.getString("state")), Lane.valueOf(row.getString("lane")), row.getBoolean("first_matter"),
                row.getString("lead"), row.getTimestamp("created_at").toInstant(), AffairRows.instant(row, "due_at"), AffairRows.instant(row, "closed_at"),
                row.getString("step"), holders == null ? List.of() : Arrays.asList(holders.split(",")), row.getBoolean("late"), row.getBoolean("sensitive"));
    }
}
