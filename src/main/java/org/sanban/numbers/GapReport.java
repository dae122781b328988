package org.sanban.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The monthly report on numbers (缺号说明): what was taken in a month, what was voided or is reserved and why, and whether any number
 * of a counter is missing. Missing is not assumed but found: every place from 1 to the last is looked for among lines and leaps.
 */
@Service
@Transactional(readOnly = true)
public class GapReport {

    /** Numbers from {@code first} to {@code last}, both included. */
    public record Range(int first, int last) {}

    /** Numbers that stand in another register, and in which. */
    public record Leap(int first, int last, String reason, long by, Instant at) {}

    /**
     * One counter.
     *
     * @param year 0 for a series that runs on over the years
     * @param first and {@code last}: the smallest and the largest number taken in the month, 0 where none was
     * @param given taken in the month and valid now
     * @param voided voided in the month, or taken in it and void now
     * @param reserved of the counter and not used yet, whenever they were reserved
     * @param leaps of the counter, whenever they were made
     * @param checked the last number of the counter now: every one from 1 to it was looked for
     * @param unexplained those found neither in a line nor in a leap; must be empty
     */
    public record Entry(
            Series series, int year, int first, int last, int given, List<NumberLine> voided, List<NumberLine> reserved, List<Leap> leaps,
            int checked, List<Range> unexplained) {}

    private record Place(long series, int period) {}

    private record Taken(int checked, int first, int last, int given, boolean touched) {}

    private static final String COUNTERS = """
            select c.series_id, c.period, greatest(c.last, max(l.seq)), min(l.seq) filter (where l.taken_at >= :from and l.taken_at < :until),
                   max(l.seq) filter (where l.taken_at >= :from and l.taken_at < :until),
                   count(*) filter (where l.taken_at >= :from and l.taken_at < :until and l.state = 'GIVEN'),
                   coalesce(bool_or(l.taken_at >= :from and l.taken_at < :until or l.voided_at >= :from and l.voided_at < :until), false)
              from number_counter c left join number_line l on l.series_id = c.series_id and l.period = c.period
             group by c.series_id, c.period order by c.period desc""";

    /** Every place that a line or a leap covers, and the one beyond the last; what lies between two of them is missing. */
    private static final String GAPS = """
            with covered as (
              select series_id, period, seq as first, seq as last from number_line
              union all select series_id, period, first, last from number_leap
              union all select series_id, period, last + 1, last + 1 from number_counter),
            reached as (
              select series_id, period, first, coalesce(max(last) over (
                       partition by series_id, period order by first, last rows between unbounded preceding and 1 preceding), 0) as before
                from covered)
            select series_id, period, before + 1, first - 1 from reached where first > before + 1 order by series_id, period, first""";

    private final JdbcClient jdbc;
    private final SeriesRegister series;
    private final Ledger ledger;
    private final ZoneId zone;

    GapReport(JdbcClient jdbc, SeriesRegister series, Ledger ledger, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.series = series;
        this.ledger = ledger;
        this.zone = zone;
    }

    /** An entry for each counter of the month's year, each that runs on, and each in which something was taken or voided in the month. */
    public List<Entry> of(YearMonth month, Actor by) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Map<Place, List<Taken>> counters = byPlace(jdbc.sql(COUNTERS).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)),
                (row, n) -> new Taken(row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getBoolean(7)));
        Map<Place, List<Range>> gaps = gaps();
        Map<Place, List<Leap>> leaps = byPlace(jdbc.sql("select * from number_leap order by first"), GapReport::leap);
        Map<Long, Series> all = series.all().stream().collect(Collectors.toMap(Series::id, Function.identity()));
        Map<Place, List<NumberLine>> voided = lines(ledger.voided(from, until, by), all);
        Map<Place, List<NumberLine>> reserved = lines(ledger.reserved(by), all);
        return all.values().stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .flatMap(one -> counters.entrySet().stream()
                        .filter(counter -> counter.getKey().series() == one.id() && belongs(counter.getKey(), counter.getValue().getFirst(), month))
                        .map(counter -> entry(one, counter.getKey(), counter.getValue().getFirst(), voided, reserved, leaps, gaps)))
                .toList();
    }

    /** Numbers of one counter that stand in another register. */
    public List<Leap> leaps(Series series, int year) {
        return jdbc.sql("select * from number_leap where series_id = ? and period = ? order by first").params(series.id(), series.period(year)).query(GapReport::leap).list();
    }

    /** Numbers of all counters that are missing without a reason, by code and period. Empty, or something is very wrong. */
    public Map<String, List<Range>> unexplained() {
        Map<Long, Series> all = series.all().stream().collect(Collectors.toMap(Series::id, Function.identity()));
        return gaps().entrySet().stream().collect(Collectors.toMap(
                e -> all.get(e.getKey().series()).code() + "/" + e.getKey().period(), Map.Entry::getValue));
    }

    private static boolean belongs(Place counter, Taken taken, YearMonth month) {
        return counter.period() == 0 || counter.period() == month.getYear() || taken.touched();
    }

    private static Entry entry(
            Series one, Place place, Taken taken, Map<Place, List<NumberLine>> voided, Map<Place, List<NumberLine>> reserved,
            Map<Place, List<Leap>> leaps, Map<Place, List<Range>> gaps) {
        return new Entry(
                one, place.period(), taken.first(), taken.last(), taken.given(), voided.getOrDefault(place, List.of()),
                reserved.getOrDefault(place, List.of()), leaps.getOrDefault(place, List.of()), taken.checked(), gaps.getOrDefault(place, List.of()));
    }

    private Map<Place, List<Range>> gaps() {
        return byPlace(jdbc.sql(GAPS), (row, n) -> new Range(row.getInt(3), row.getInt(4)));
    }

    private static Leap leap(ResultSet row, int n) throws SQLException {
        return new Leap(row.getInt("first"), row.getInt("last"), row.getString("reason"), row.getLong("by_person"), row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Map<Place, List<NumberLine>> lines(List<NumberLine> lines, Map<Long, Series> all) {
        return lines.stream().collect(Collectors.groupingBy(line -> new Place(line.seriesId(), all.get(line.seriesId()).period(line.year()))));
    }

    /** What the query finds, by the first two columns. */
    private static <T> Map<Place, List<T>> byPlace(JdbcClient.StatementSpec sql, RowMapper<T> mapper) {
        Map<Place, List<T>> found = new HashMap<>();
        sql.query((ResultSet row, int n) -> {
            @Nullable T one = mapper.mapRow(row, n);
            if (one != null) {
                found.computeIfAbsent(new Place(row.getLong("series_id"), row.getInt("period")), place -> new java.util.ArrayList<>()).add(one);
            }
            return n;
        }).list();
        return found;
    }
}
