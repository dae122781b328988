package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts by the roll-up as far as it has come, and live from there: as if everything were counted now. */
@Service
@Transactional(readOnly = true)
public class Tallies {

    private final JdbcClient jdbc;
    private final Facts facts;
    private final InHand inHand;
    private final ZoneId zone;

    Tallies(JdbcClient jdbc, Facts facts, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.inHand = new InHand(jdbc);
        this.zone = zone;
    }

    /** As everything stands at {@code now}: for one report, so that the tail is counted once for all its figures. */
    public Counting at(Instant now) {
        return new Counting(now, rolledUntil());
    }

    /** One count alone; see {@link Counting#count}. */
    public Map<Cell, Tally> count(Collection<Measure> measures, Span span, Cut cut, Sphere sphere, Set<By> by, Instant now) {
        return at(now).count(measures, span, cut, sphere, by);
    }

    public Map<Cell, Tally> handled(Span span, Cut cut, Sphere sphere, Set<By> by, Instant now) {
        return at(now).handled(span, cut, sphere, by);
    }

    /** Counts of one moment. Not for several threads. */
    public final class Counting {

        private static final LocalDate EVER = LocalDate.of(1990, 1, 1);

        private final Instant now;
        private final @Nullable Instant rolled;
        private final Map<Cell, Tally> tail = new HashMap<>();
        private final Set<Measure> counted = EnumSet.noneOf(Measure.class);

        private Counting(Instant now, @Nullable Instant rolled) {
            this.now = now;
            this.rolled = rolled;
        }

        Instant now() {
            return now;
        }

        /**
         * Counts what happened in {@code span}, up to now at most.
         *
         * @param by what to split it by; empty for one number a measure
         * @return no cell where nothing is
         */
        public Map<Cell, Tally> count(Collection<Measure> measures, Span span, Cut cut, Sphere sphere, Set<By> by) {
            return count(measures, span.from(), span.to(), cut, sphere, by);
        }

        /** How many matters were in hand in {@code span}: begun before its end and not closed before its start (在办与办结，含未办结), whatever step they stand at. */
        public Map<Cell, Tally> handled(Span span, Cut narrowed, Sphere sphere, Set<By> by) {
            Cut cut = narrowed.at(narrowed.kind(), null);
            Map<Cell, Tally> found = open(span.from(), cut, sphere, by);
            count(Set.of(Measure.STARTED), span, cut, sphere, by).forEach((cell, tally) -> found.computeIfAbsent(cell, c -> new Tally()).add(tally));
            return found;
        }

        /** What lay open at the beginning of a month: cells of {@link Measure#STARTED}, for begun is what they all are. */
        Map<Cell, Tally> open(LocalDate month, Cut cut, Sphere sphere, Set<By> by) {
            LocalDate base = inHand.base(month);
            Map<Cell, Tally> open = count(Set.of(Measure.STARTED, Measure.CLOSED), base == null ? EVER : base, month, cut, sphere, by);
            Map<Cell, Tally> found = new HashMap<>();
            if (base != null) {
                inHand.at(base, cut, sphere, by).forEach((cell, n) -> found.computeIfAbsent(cell, c -> new Tally()).add(n));
            }
            open.forEach((cell, tally) -> found.computeIfAbsent(as(cell, Measure.STARTED), c -> new Tally()).add(cell.measure() == Measure.CLOSED ? -tally.count() : tally.count()));
            return found;
        }

        private Map<Cell, Tally> count(Collection<Measure> measures, LocalDate from, LocalDate to, Cut cut, Sphere sphere, Set<By> by) {
            Map<Cell, Tally> found = new HashMap<>();
            if (!from.isBefore(to)) {
                return found;
            }
            if (rolled != null && rolled.isAfter(start(from))) {
                rolled(measures, from, to, cut, sphere, by, found);
            }
            if (rolled == null || rolled.isBefore(start(to))) {
                tail(measures).forEach((cell, tally) -> {
                    if (measures.contains(cell.measure()) && !cell.month().isBefore(from) && cell.month().isBefore(to) && cut.holds(cell) && sphere.holds(cell)) {
                        found.computeIfAbsent(cell.by(by), c -> new Tally()).add(tally);
                    }
                });
            }
            return found;
        }

        /** What came after the roll-up; each measure is counted once, when it is first asked for. */
        private Map<Cell, Tally> tail(Collection<Measure> measures) {
            Set<Measure> missing = EnumSet.copyOf(measures);
            missing.removeAll(counted);
            if (!missing.isEmpty()) {
                Instant from = rolled == null ? facts.first() : rolled;
                if (from != null && from.isBefore(now)) {
                    tail.putAll(facts.count(missing, from, now));
                }
                counted.addAll(missing);
            }
            return tail;
        }
    }

    private static Cell as(Cell cell, Measure measure) {
        return new Cell(measure, cell.month(), cell.kind(), cell.step(), cell.unit(), cell.urgency(), cell.grade());
    }

    private void rolled(Collection<Measure> measures, LocalDate from, LocalDate to, Cut cut, Sphere sphere, Set<By> by, Map<Cell, Tally> into) {
        Map<String, Object> values = new HashMap<>();
        boolean whole = whole(cut, sphere, by);
        String where = " from report_rollup where measure in (%s) and month >= :monthFrom and month < :monthTo and unit_id " + (whole ? "= " : "> ") + Cell.WHOLE + cut.where(values) + " and " + sphere.where(values);
        values.put("monthFrom", from);
        values.put("monthTo", to);
        Set<String> plain = measures.stream().filter(m -> m.length() == null).map(Measure::name).collect(Collectors.toSet());
        Set<String> lengths = measures.stream().filter(m -> m.length() != null).map(Measure::name).collect(Collectors.toSet());
        String cell = columns(by);
        if (!plain.isEmpty()) {
            jdbc.sql("select " + cell + ", sum(n)" + where.formatted(quoted(plain)) + " group by 1, 2, 3, 4, 5, 6").params(values).query(row -> {
                into.computeIfAbsent(cell(row), c -> new Tally()).add(row.getInt(7));
            });
        }
        if (!lengths.isEmpty()) {
            jdbc.sql("select " + cell + ", n, minutes" + where.formatted(quoted(lengths))).params(values).query(row -> {
                Tally tally = into.computeIfAbsent(cell(row), c -> new Tally());
                tally.add(row.getInt(7));
                byte[] minutes = row.getBytes(8);
                if (minutes != null) {
                    tally.lengths().add(minutes);
                }
            });
        }
    }

    /** Written out, so that the index on what was in hand is found. */
    private static String quoted(Set<String> measures) {
        return measures.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
    }

    /** Are all units and urgencies asked for together? Then they were kept so. */
    static boolean whole(Cut cut, Sphere sphere, Set<By> by) {
        return cut.unit() == null && cut.urgency() == null && sphere.all() && !by.contains(By.UNIT) && !by.contains(By.URGENCY);
    }

    /** The columns that {@link #cell} reads. */
    static String columns(Set<By> by) {
        return "measure, " + column(by, By.MONTH, "month", "date '1970-01-01'") + ", " + column(by, By.KIND, "subject_kind", "''") + ", " + column(by, By.STEP, "step", "''")
                + ", " + column(by, By.UNIT, "unit_id", "-1") + ", " + column(by, By.URGENCY, "urgency", "''");
    }

    private static String column(Set<By> by, By one, String name, String otherwise) {
        return by.contains(one) ? name : otherwise;
    }

    static Cell cell(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Cell(Measure.valueOf(row.getString(1)), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), row.getLong(5), row.getString(6), 0);
    }

    /** Everything before it is rolled up; null where nothing is. The job counts without a gap, oldest first. */
    public @Nullable Instant rolledUntil() {
        return jdbc.sql("select max(until) from report_month").query((row, n) -> {
            OffsetDateTime until = row.getObject(1, OffsetDateTime.class);
            return until == null ? null : until.toInstant();
        }).list().getFirst();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
