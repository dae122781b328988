package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
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
        Span wide = wide(span);
        List<ErrorRow> rows = errors.counted(wide, cut, sphere);
        Load load = load(wide, cut, sphere, counting);
        Period here = period(rows, span, load);
        Period before = period(rows, span.before(), load);
        Period yearBefore = period(rows, span.yearBefore(), load);
        List<ErrorRow> made = errors.of(ErrorFigure.ERRORS, rows, span, here.kinds().keySet());
        Instant end = errors.start(span.to());
        return new ErrorReport(
                span, end.isBefore(now) ? end : now, here.handled(), here.counts(), before.counts(), before.handled(), yearBefore.counts(), yearBefore.handled(),
                (int) errors.of(ErrorFigure.RATED, rows, span, here.kinds().keySet()).stream().map(ErrorRow::subject).filter(Objects::nonNull).distinct().count(),
                subjects(made, here.kinds()), parts(made, ErrorRow::kind), parts(made, ErrorRow::type), parts(made, ErrorRow::severity),
                parts(errors.of(ErrorFigure.ALL, rows, span, Set.of()), ErrorRow::source), distances(made), units(made, span, load), routes(made), months(rows, span, load, now),
                actions(span, cut, sphere, now), streaks.of(end.isAfter(now) ? rows : List.of(), cut, load(cut), sphere, now), fall(here, before));
    }

    /** The list behind a figure. */
    public List<ErrorRow> list(ErrorFigure figure, Span span, ErrorCut cut, Sphere sphere, Instant now) {
        Set<String> kinds = figure.setAgainstWork() ? load(span, cut, sphere, tallies.at(now)).in(span).keySet() : Set.of();
        return errors.of(figure, errors.rows(span, cut, sphere), span, kinds);
    }

    private Load load(Span wide, ErrorCut cut, Sphere sphere, Tallies.Counting counting) {
        return new Load(counting, wide, load(cut), sphere);
    }

    private Cut load(ErrorCut cut) {
        return cut.load(cut.business() == null ? null : errors.kindOf(cut.business()));
    }

    /** @param kinds in hand, by kind of subject */
    private record Period(Map<ErrorFigure, Integer> counts, Map<String, Integer> kinds) {
        int handled() {
            return Load.sum(kinds);
        }
    }

    private Period period(List<ErrorRow> rows, Span span, Load load) {
        Map<String, Integer> kinds = load.in(span);
        Map<ErrorFigure, Integer> counts = new EnumMap<>(ErrorFigure.class);
        EnumSet.allOf(ErrorFigure.class).forEach(figure -> counts.put(figure, errors.of(figure, rows, span, kinds.keySet()).size()));
        return new Period(counts, kinds);
    }

    /** Everything that the page compares with: the period before, the same months a year before, and a year of months. */
    private static Span wide(Span span) {
        LocalDate from = Stream.of(span.before().from(), span.yearBefore().from(), span.to().minusMonths(12)).min(LocalDate::compareTo).orElseThrow();
        return new Span(from, span.to());
    }

    private static List<ErrorReport.Part> parts(List<ErrorRow> rows, Function<ErrorRow, @Nullable String> by) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(Objects.requireNonNullElse(by.apply(row), ""), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> new ErrorReport.Part(e.getKey(), e.getValue(), 0, 0)).toList();
    }

    private static List<ErrorReport.Part> distances(List<ErrorRow> rows) {
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.stream().map(ErrorRow::distance).filter(Objects::nonNull).forEach(distance -> counts.merge(distance, 1, Integer::sum));
        return counts.entrySet().stream().map(e -> new ErrorReport.Part(e.getKey().toString(), e.getValue(), 0, 0)).toList();
    }

    /** By kind of subject: those in hand, then those on matters of no such kind. */
    private static List<ErrorReport.Part> subjects(List<ErrorRow> rows, Map<String, Integer> kinds) {
        Map<String, Integer> counts = new TreeMap<>();
        kinds.keySet().forEach(kind -> counts.put(kind, 0));
        rows.forEach(row -> counts.merge(Objects.requireNonNullElse(row.matterKind(), ""), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Comparator.comparing(e -> !kinds.containsKey(e.getKey()))).map(e -> new ErrorReport.Part(
                e.getKey(), e.getValue(), kinds.containsKey(e.getKey()) ? e.getValue() : 0, kinds.getOrDefault(e.getKey(), 0))).toList();
    }

    private static List<ErrorReport.Part> units(List<ErrorRow> rows, Span span, Load load) {
        Map<Long, Map<String, Integer>> handled = load.units(span);
        Map<Long, List<ErrorRow>> made = new TreeMap<>();
        handled.keySet().forEach(unit -> made.put(unit, new ArrayList<>()));
        rows.forEach(row -> made.computeIfAbsent(row.unit(), u -> new ArrayList<>()).add(row));
        return made.entrySet().stream().map(e -> {
            Map<String, Integer> kinds = handled.getOrDefault(e.getKey(), Map.of());
            int rated = (int) e.getValue().stream().filter(row -> ErrorFigure.among(row, kinds.keySet())).count();
            return new ErrorReport.Part(e.getKey().toString(), e.getValue().size(), rated, Load.sum(kinds));
        }).toList();
    }

    private static List<ErrorReport.Route> routes(List<ErrorRow> rows) {
        record Way(String business, String introduced, String found) {}
        Map<Way, Long> ways = rows.stream().filter(row -> row.introducedStep() != null && row.foundStep() != null)
                .collect(Collectors.groupingBy(row -> new Way(row.business(), Objects.requireNonNull(row.introducedStep()), Objects.requireNonNull(row.foundStep())), Collectors.counting()));
        return ways.entrySet().stream().map(e -> new ErrorReport.Route(e.getKey().business(), e.getKey().introduced(), e.getKey().found(), e.getValue().intValue())).toList();
    }

    /** The months of the period, a year back at least, so that a trend is seen; not the ones to come. */
    private List<ErrorReport.Month> months(List<ErrorRow> rows, Span span, Load load, Instant now) {
        Span wide = span.length() >= 12 ? span : new Span(span.to().minusMonths(12), span.to());
        Map<LocalDate, List<ErrorRow>> made = rows.stream().collect(Collectors.groupingBy(row -> LocalDate.ofInstant(row.made(), zone).withDayOfMonth(1)));
        List<ErrorReport.Month> months = new ArrayList<>();
        for (LocalDate month : wide.months()) {
            if (errors.start(month).isBefore(now)) {
                Map<String, Integer> kinds = load.in(Span.month(month));
                List<ErrorRow> here = made.getOrDefault(month, List.of());
                months.add(new ErrorReport.Month(month, errors.of(ErrorFigure.RATED, here, Span.month(month), kinds.keySet()).size(),
                        errors.of(ErrorFigure.NEAR_RATED, here, Span.month(month), kinds.keySet()).size(), Load.sum(kinds)));
            }
        }
        return months;
    }

    private ErrorReport.Actions actions(Span span, ErrorCut cut, Sphere sphere, Instant now) {
        List<ErrorFacts.Action> due = errors.actions(span, cut, sphere, LocalDate.ofInstant(now, zone));
        return new ErrorReport.Actions(due.size(), (int) due.stream().filter(action -> action.onTime(zone)).count(), (int) due.stream().filter(action -> action.verified() != null).count());
    }

    /** domain.md §7.7: a fall of the one without the other. */
    private static ErrorReport.@Nullable Fall fall(Period now, Period before) {
        boolean near = fell(ErrorFigure.NEAR_RATED, now, before);
        boolean errors = fell(ErrorFigure.RATED, now, before);
        return near == errors ? null : near ? ErrorReport.Fall.NEAR_MISSES : ErrorReport.Fall.ERRORS;
    }

    private static boolean fell(ErrorFigure figure, Period now, Period before) {
        return fell(now.counts().getOrDefault(figure, 0), now.handled(), before.counts().getOrDefault(figure, 0), before.handled());
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
