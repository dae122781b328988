package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes the report on errors (差错分析, domain.md §7.8). */
@Service
@Transactional(readOnly = true)
public class ErrorReports {

    /** Two numbers differ strikingly when they lie more than so many standard deviations apart. */
    private static final double STRIKING = 2;

    private final ErrorFacts errors;
    private final Tallies tallies;
    private final Streaks streaks;
    private final ZoneId zone;

    ErrorReports(ErrorFacts errors, Tallies tallies, Streaks streaks, @Value("${sanban.zone}") ZoneId zone) {
        this.errors = errors;
        this.tallies = tallies;
        this.streaks = streaks;
        this.zone = zone;
    }

    public ErrorReport of(Span span, ErrorCut cut, Sphere sphere, Instant now) {
        Tallies.Counting counting = tallies.at(now);
        List<ErrorRow> rows = errors.rows(wide(span), cut, sphere);
        List<ErrorRow> made = errors.of(ErrorFigure.ERRORS, rows, span);
        int handled = handled(span, cut, sphere, counting);
        int handledBefore = handled(span.before(), cut, sphere, counting);
        Map<ErrorFigure, Integer> counts = counts(rows, span);
        Map<ErrorFigure, Integer> before = counts(rows, span.before());
        Instant end = errors.start(span.to());
        return new ErrorReport(
                span, end.isBefore(now) ? end : now, handled, counts, before, handledBefore,
                counts(rows, span.yearBefore()), handled(span.yearBefore(), cut, sphere, counting),
                (int) made.stream().map(ErrorRow::subject).filter(Objects::nonNull).distinct().count(),
                parts(made, ErrorRow::kind), parts(made, ErrorRow::type), parts(made, ErrorRow::severity), parts(errors.of(ErrorFigure.ALL, rows, span), ErrorRow::source),
                distances(made), units(made, span, cut, sphere, counting), routes(made), months(rows, span, cut, sphere, counting),
                actions(span, cut, sphere, now), streaks.of(end.isAfter(now) ? rows : List.of(), cut, sphere, now), fall(counts, handled, before, handledBefore));
    }

    /** Everything that the page compares with: the period before, the same months a year before, and a year of months. */
    private static Span wide(Span span) {
        LocalDate from = Stream.of(span.before().from(), span.yearBefore().from(), span.to().minusMonths(12)).min(LocalDate::compareTo).orElseThrow();
        return new Span(from, span.to());
    }

    private static Map<ErrorFigure, Integer> counts(List<ErrorRow> rows, Span span, ErrorFacts errors) {
        Map<ErrorFigure, Integer> counts = new EnumMap<>(ErrorFigure.class);
        EnumSet.allOf(ErrorFigure.class).forEach(figure -> counts.put(figure, errors.of(figure, rows, span).size()));
        return counts;
    }

    private Map<ErrorFigure, Integer> counts(List<ErrorRow> rows, Span span) {
        return counts(rows, span, errors);
    }

    private int handled(Span span, ErrorCut cut, Sphere sphere, Tallies.Counting counting) {
        return counting.handled(span, cut.load(), sphere, Set.of()).values().stream().mapToInt(Tally::count).sum();
    }

    private static List<ErrorReport.Part> parts(List<ErrorRow> rows, Function<ErrorRow, @Nullable String> by) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(Objects.requireNonNullElse(by.apply(row), ""), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> new ErrorReport.Part(e.getKey(), e.getValue(), 0)).toList();
    }

    private static List<ErrorReport.Part> distances(List<ErrorRow> rows) {
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.stream().map(ErrorRow::distance).filter(Objects::nonNull).forEach(distance -> counts.merge(distance, 1, Integer::sum));
        return counts.entrySet().stream().map(e -> new ErrorReport.Part(e.getKey().toString(), e.getValue(), 0)).toList();
    }

    private List<ErrorReport.Part> units(List<ErrorRow> rows, Span span, ErrorCut cut, Sphere sphere, Tallies.Counting counting) {
        Map<Long, Integer> handled = new TreeMap<>();
        counting.handled(span, cut.load(), sphere, Set.of(By.UNIT)).forEach((cell, tally) -> handled.merge(cell.unit(), tally.count(), Integer::sum));
        Map<Long, Integer> counts = new TreeMap<>();
        handled.keySet().forEach(unit -> counts.put(unit, 0));
        rows.forEach(row -> counts.merge(row.unit(), 1, Integer::sum));
        return counts.entrySet().stream().filter(e -> e.getValue() > 0 || handled.getOrDefault(e.getKey(), 0) > 0)
                .map(e -> new ErrorReport.Part(e.getKey().toString(), e.getValue(), handled.getOrDefault(e.getKey(), 0))).toList();
    }

    private static List<ErrorReport.Route> routes(List<ErrorRow> rows) {
        record Way(String business, String introduced, String found) {}
        Map<Way, Long> ways = rows.stream().filter(row -> row.introducedStep() != null && row.foundStep() != null)
                .collect(Collectors.groupingBy(row -> new Way(row.business(), Objects.requireNonNull(row.introducedStep()), Objects.requireNonNull(row.foundStep())), Collectors.counting()));
        return ways.entrySet().stream().map(e -> new ErrorReport.Route(e.getKey().business(), e.getKey().introduced(), e.getKey().found(), e.getValue().intValue())).toList();
    }

    /** The months of the period, a year back at least, so that a trend is seen; not the ones to come. */
    private List<ErrorReport.Month> months(List<ErrorRow> rows, Span span, ErrorCut cut, Sphere sphere, Tallies.Counting counting) {
        Span wide = span.length() >= 12 ? span : new Span(span.to().minusMonths(12), span.to());
        Map<LocalDate, Integer> counted = byMonth(errors.of(ErrorFigure.ERRORS, rows, wide));
        Map<LocalDate, Integer> near = byMonth(errors.of(ErrorFigure.NEAR_MISSES, rows, wide));
        Map<LocalDate, Integer> handled = handledByMonth(wide, cut, sphere, counting);
        List<ErrorReport.Month> months = new ArrayList<>();
        for (LocalDate month : wide.months()) {
            if (errors.start(month).isBefore(counting.now())) {
                months.add(new ErrorReport.Month(month, counted.getOrDefault(month, 0), near.getOrDefault(month, 0), handled.getOrDefault(month, 0)));
            }
        }
        return months;
    }

    private Map<LocalDate, Integer> byMonth(List<ErrorRow> rows) {
        Map<LocalDate, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(LocalDate.ofInstant(row.made(), zone).withDayOfMonth(1), 1, Integer::sum));
        return counts;
    }

    /** In hand in each month: what was in hand at its beginning, and what began in it. */
    private Map<LocalDate, Integer> handledByMonth(Span span, ErrorCut cut, Sphere sphere, Tallies.Counting counting) {
        Map<LocalDate, Integer> started = new TreeMap<>();
        Map<LocalDate, Integer> closed = new TreeMap<>();
        counting.count(Set.of(Measure.STARTED, Measure.CLOSED), span, cut.load(), sphere, Set.of(By.MONTH))
                .forEach((cell, tally) -> (cell.measure() == Measure.STARTED ? started : closed).merge(cell.month(), tally.count(), Integer::sum));
        Map<LocalDate, Integer> handled = new TreeMap<>();
        int open = counting.handled(Span.month(span.from()), cut.load(), sphere, Set.of()).values().stream().mapToInt(Tally::count).sum() - started.getOrDefault(span.from(), 0);
        for (LocalDate month : span.months()) {
            int here = open + started.getOrDefault(month, 0);
            handled.put(month, here);
            open = here - closed.getOrDefault(month, 0);
        }
        return handled;
    }

    private ErrorReport.Actions actions(Span span, ErrorCut cut, Sphere sphere, Instant now) {
        List<ErrorFacts.Action> due = errors.actions(span, cut, sphere, LocalDate.ofInstant(now, zone));
        return new ErrorReport.Actions(due.size(), (int) due.stream().filter(action -> action.onTime(zone)).count(), (int) due.stream().filter(action -> action.verified() != null).count());
    }

    /** domain.md §7.7: a fall of the one without the other. */
    private static ErrorReport.@Nullable Fall fall(Map<ErrorFigure, Integer> now, int handled, Map<ErrorFigure, Integer> before, int handledBefore) {
        boolean near = fell(now.get(ErrorFigure.NEAR_MISSES), handled, before.get(ErrorFigure.NEAR_MISSES), handledBefore);
        boolean errors = fell(now.get(ErrorFigure.ERRORS), handled, before.get(ErrorFigure.ERRORS), handledBefore);
        return near == errors ? null : near ? ErrorReport.Fall.NEAR_MISSES : ErrorReport.Fall.ERRORS;
    }

    /** Of all events of both periods a share would come now if nothing had changed: strikingly fewer came. */
    static boolean fell(int now, int handled, int before, int handledBefore) {
        int both = now + before;
        if (both == 0 || handled == 0 || handledBefore == 0) {
            return false;
        }
        double share = (double) handled / (handled + handledBefore);
        return now < both * share - STRIKING * Math.sqrt(both * share * (1 - share));
    }
}
