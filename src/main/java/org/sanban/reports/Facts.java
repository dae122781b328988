package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.people.CalendarMissing;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the facts themselves: for the roll-up, and for what it has not come to yet. */
@Component
class Facts {

    private static final String CELL = "date_trunc('month', %s at time zone :zone)::date as month, subject_kind, step, unit_id, urgency, grade";

    private final JdbcClient jdbc;
    private final WorkCalendar calendar;
    private final ZoneId zone;

    Facts(JdbcClient jdbc, WorkCalendar calendar, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.zone = zone;
    }

    /**
     * Counts what happened from {@code from} until before {@code to}, one statement for each kind of fact and of time.
     */
    Map<Cell, Tally> count(Collection<Measure> measures, Instant from, Instant to) {
        Map<Cell, Tally> found = new HashMap<>();
        groups(measures, false).forEach(group -> counted(group, from, to, found));
        groups(measures, true).forEach(group -> measured(group, from, to, found));
        return found;
    }

    /** First instant at which anything was counted; null in an empty house. */
    @Nullable Instant first() {
        return jdbc.sql("select min(started_at) from handling").query((row, n) -> instant(row, 1)).list().getFirst();
    }

    private static Collection<List<Measure>> groups(Collection<Measure> measures, boolean lengths) {
        return measures.stream().filter(m -> (m.length() != null) == lengths)
                .collect(Collectors.groupingBy(m -> m.fact() + m.time() + (lengths ? m.condition() : ""), TreeMap::new, Collectors.toList())).values();
    }

    private void counted(List<Measure> group, Instant from, Instant to, Map<Cell, Tally> into) {
        Measure any = group.getFirst();
        String counts = group.stream().map(m -> "count(*) filter (where " + m.condition() + ")").collect(Collectors.joining(", "));
        ask("select " + CELL.formatted(any.time()) + ", " + counts, any, from, to, " group by 1, 2, 3, 4, 5, 6")
                .query((row, n) -> {
                    for (int i = 0; i < group.size(); i++) {
                        int count = row.getInt(7 + i);
                        if (count > 0) {
                            into.computeIfAbsent(cell(group.get(i), row), c -> new Tally()).add(count);
                        }
                    }
                    return n;
                }).list();
    }

    private void measured(List<Measure> group, Instant from, Instant to, Map<Cell, Tally> into) {
        Measure any = group.getFirst();
        String own = any.fact() == Fact.STEP ? ", own_minutes, waiting_minutes, 0" : any.fact() == Fact.MATTER ? ", 0, 0, stopped_minutes" : ", 0, 0, 0";
        JdbcClient.StatementSpec rows = ask("select " + CELL.formatted(any.time()) + ", since, " + any.time() + own, any, from, to, " and " + any.condition());
        BiConsumer<ResultSet, Measure> one = (row, measure) -> {
            try {
                Long length = length(Objects.requireNonNull(measure.length()), row);
                if (length != null) {
                    Tally tally = into.computeIfAbsent(cell(measure, row), c -> new Tally());
                    tally.add(1);
                    tally.lengths().add(length);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        rows.withFetchSize(5_000).query(row -> {
            group.forEach(measure -> one.accept(row, measure));
        });
    }

    private @Nullable Long length(Measure.Length length, ResultSet row) throws SQLException {
        Instant since = instant(row, 7);
        Instant done = Objects.requireNonNull(instant(row, 8));
        return switch (length) {
            case OWN -> row.getObject(9, Long.class);
            case WAITING -> row.getLong(10);
            case NATURAL -> since == null ? null : Math.max(0, (done.getEpochSecond() - since.getEpochSecond()) / 60 - row.getLong(11));
            case WORKING -> since == null ? null : working(since, done);
        };
    }

    /** Null where a year has no calendar: then nothing is said about working time. */
    private @Nullable Long working(Instant since, Instant done) {
        try {
            return Math.max(0, calendar.minutesBetween(since, done));
        } catch (CalendarMissing e) {
            return null;
        }
    }

    private JdbcClient.StatementSpec ask(String select, Measure any, Instant from, Instant to, String rest) {
        return jdbc.sql(select + " from " + any.fact().view() + " f where " + any.time() + " >= :factsFrom and " + any.time() + " < :factsTo" + rest)
                .param("factsFrom", from.atOffset(ZoneOffset.UTC)).param("factsTo", to.atOffset(ZoneOffset.UTC)).param("zone", zone.getId());
    }

    private static Cell cell(Measure measure, ResultSet row) throws SQLException {
        return new Cell(measure, row.getObject(1, LocalDate.class), row.getString(2), row.getString(3), row.getLong(4), row.getString(5), row.getInt(6));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
