package org.sanban.checking;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rules are worth: what they caught, what became of it, whether their errors came back; counted from the places, open ones included. */
@Service
@Transactional(readOnly = true)
public class RuleWorth {

    /**
     * Of one rule in one span of time. The five ends and {@code open} add up to {@code hits}.
     *
     * @param stopped places at which a gate refused
     * @param clicked of the mended ones, by one click
     * @param passed places open when a gate was overridden
     */
    public record Worth(int hits, int open, int fixed, int clicked, int waived, int falseAlarms, int passed, int stopped) {

        public static final Worth NONE = new Worth(0, 0, 0, 0, 0, 0, 0, 0);

        /** Share of what was judged to be no error, of all that came to an end; 0 to 100. */
        public int noise() {
            int ended = hits - open;
            return ended == 0 ? 0 : (int) Math.round(100.0 * (waived + falseAlarms) / ended);
        }
    }

    public record Month(YearMonth month, Worth worth) {}

    /** The error came back at {@code at}. */
    public record Recurrence(SubjectRef error, String words, Instant at) {}

    /** A place the rule found. @param title empty where the reader may not see the paper; so are the words */
    public record Place(SubjectRef subject, String title, String words, String state, Instant seenAt, @Nullable Instant stoppedAt) {}

    private static final String COUNTS = """
            count(*) as hits, count(*) filter (where f.state = 'OPEN') as open, count(*) filter (where f.state = 'FIXED') as fixed,
            count(*) filter (where f.clicked) as clicked, count(*) filter (where f.state = 'WAIVED') as waived,
            count(*) filter (where f.state = 'FALSE_ALARM') as false_alarms, count(*) filter (where f.state = 'PASSED') as passed,
            count(*) filter (where f.stopped_at is not null) as stopped""";

    private final JdbcClient jdbc;
    private final Sight sight;
    private final ZoneId zone;
    private final int share;
    private final int atLeast;

    RuleWorth(
            JdbcClient jdbc, Sight sight, @Value("${sanban.zone}") ZoneId zone, @Value("${sanban.checking.noisy.share:60}") int share,
            @Value("${sanban.checking.noisy.at-least:10}") int atLeast) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.zone = zone;
        this.share = share;
        this.atLeast = atLeast;
    }

    /** In the year before {@code at}, by rule; a rule that caught nothing is not among them. */
    public Map<Long, Worth> lastYear(Instant at) {
        Map<Long, Worth> worth = new HashMap<>();
        jdbc.sql("select f.rule_id, " + COUNTS + " from check_finding f where f.seen_at > ? group by f.rule_id").param(Timestamp.from(at.minus(365, ChronoUnit.DAYS)))
                .query(row -> {
                    worth.put(row.getLong("rule_id"), worth(row));
                });
        return worth;
    }

    public Worth of(long rule) {
        return jdbc.sql("select " + COUNTS + " from check_finding f where f.rule_id = ?").param(rule).query((row, n) -> worth(row)).single();
    }

    /** The last twelve months, the present one last. */
    public List<Month> months(long rule, Instant at) {
        YearMonth now = YearMonth.from(at.atZone(zone));
        Map<YearMonth, Worth> counted = new HashMap<>();
        jdbc.sql("select to_char(f.seen_at at time zone :zone, 'YYYY-MM') as month, " + COUNTS + " from check_finding f where f.rule_id = :rule and f.seen_at >= :since group by 1")
                .param("zone", zone.getId()).param("rule", rule).param("since", Timestamp.from(now.minusMonths(11).atDay(1).atStartOfDay(zone).toInstant()))
                .query(row -> {
                    counted.put(YearMonth.parse(row.getString("month")), worth(row));
                });
        List<Month> months = new ArrayList<>();
        for (int n = 11; n >= 0; n--) {
            months.add(new Month(now.minusMonths(n), counted.getOrDefault(now.minusMonths(n), Worth.NONE)));
        }
        return months;
    }

    /** Makes more noise than the office bears (configuration): proposed for retirement. */
    public boolean noisy(Worth worth) {
        return worth.hits() >= atLeast && worth.noise() >= share;
    }

    /** From that share of noise on, in per cent. */
    public int noisyShare() {
        return share;
    }

    public List<Recurrence> recurrences(long rule) {
        return jdbc.sql("select subject_kind, subject_id, words, at from check_recurrence where rule_id = ? order by at").param(rule)
                .query((row, n) -> new Recurrence(new SubjectRef(row.getString(1), row.getLong(2)), row.getString(3), row.getTimestamp(4).toInstant())).list();
    }

    /** The last places that it found, as far as {@code by} may see the papers. */
    public List<Place> places(long rule, int limit, Actor by) {
        return jdbc.sql("""
                        select f.subject_kind, f.subject_id, f.words, f.state, f.seen_at, f.stopped_at, h.title
                          from check_finding f
                          left join handling h on h.subject_kind = f.subject_kind and h.subject_id = f.subject_id and %s
                         where f.rule_id = :rule order by f.seen_at desc, f.id desc limit :limit""".formatted(sight.of("h", by)))
                .param("rule", rule).param("limit", limit).params(sight.params(by))
                .query((row, n) -> {
                    String title = row.getString("title");
                    Timestamp stopped = row.getTimestamp("stopped_at");
                    return new Place(
                            new SubjectRef(row.getString(1), row.getLong(2)), title == null ? "" : title, title == null ? "" : row.getString("words"),
                            row.getString("state"), row.getTimestamp("seen_at").toInstant(), stopped == null ? null : stopped.toInstant());
                })
                .list();
    }

    /** Reasons that were given for letting its findings pass or calling them false, the newest first. */
    public record Reason(String verdict, String reason, long by, Instant at) {}

    public List<Reason> reasons(long rule, Collection<String> verdicts, int limit) {
        return jdbc.sql("select verdict, reason, by_person, at from check_verdict where rule_id = :rule and verdict in (:verdicts) order by id desc limit :limit")
                .param("rule", rule).param("verdicts", verdicts).param("limit", limit)
                .query((row, n) -> new Reason(row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant())).list();
    }

    private static Worth worth(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Worth(
                row.getInt("hits"), row.getInt("open"), row.getInt("fixed"), row.getInt("clicked"), row.getInt("waived"), row.getInt("false_alarms"),
                row.getInt("passed"), row.getInt("stopped"));
    }
}
