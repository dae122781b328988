package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes the report on time (办理时效, domain.md §7.8). */
@Service
@Transactional(readOnly = true)
public class TimeReports {

    private static final Set<Measure> SUBMITTED = EnumSet.of(Measure.DECISION, Measure.DECISION_WORKING);
    private static final Set<Measure> WHOLE = EnumSet.of(Measure.WHOLE, Measure.WHOLE_WORKING);
    private static final Set<Measure> LONG = EnumSet.of(Measure.OWN, Measure.WAITING, Measure.WORKING, Measure.NATURAL);
    private static final Set<Measure> COUNTED = EnumSet.complementOf(EnumSet.of(
            Measure.OWN, Measure.WAITING, Measure.WORKING, Measure.NATURAL, Measure.DECISION, Measure.DECISION_WORKING, Measure.WHOLE, Measure.WHOLE_WORKING));

    private final Tallies tallies;
    private final Bases bases;
    private final ZoneId zone;

    TimeReports(Tallies tallies, Bases bases, @Value("${sanban.zone}") ZoneId zone) {
        this.tallies = tallies;
        this.bases = bases;
        this.zone = zone;
    }

    public TimeReport of(Span span, Cut cut, Sphere sphere, Instant now) {
        Tallies.Counting counting = tallies.at(now);
        Map<Cell, Tally> byStep = counting.count(COUNTED, span, cut, sphere, Set.of(By.KIND, By.STEP));
        Map<Cell, Tally> lengths = counting.count(LONG, span, cut, sphere, Set.of(By.KIND, By.STEP));
        Span base = bases.present();
        Instant end = span.to().atStartOfDay(zone).toInstant();
        return new TimeReport(
                span, end.isBefore(now) ? end : now, counting.handled(span, cut.at(cut.kind(), null), sphere, Set.of()).values().stream().mapToInt(Tally::count).sum(),
                totals(byStep), totals(counting.count(COUNTED, span.before(), cut, sphere, Set.of())), steps(byStep, lengths), units(span, cut, sphere, counting),
                months(span, cut, sphere, counting), saved(SUBMITTED, Measure.DECISION_WORKING, span, base, cut, sphere, counting), saved(WHOLE, Measure.WHOLE_WORKING, span, base, cut, sphere, counting), base);
    }

    private static Map<Measure, Integer> totals(Map<Cell, Tally> cells) {
        Map<Measure, Integer> totals = new EnumMap<>(Measure.class);
        cells.forEach((cell, tally) -> totals.merge(cell.measure(), tally.count(), Integer::sum));
        return totals;
    }

    private static List<TimeReport.StepLine> steps(Map<Cell, Tally> counts, Map<Cell, Tally> lengths) {
        Map<String, TimeReport.StepLine> lines = new TreeMap<>();
        counts.forEach((cell, tally) -> {
            if (cell.measure().fact() == Fact.STEP) {
                line(lines, cell).counts().merge(cell.measure(), tally.count(), Integer::sum);
            }
        });
        lengths.forEach((cell, tally) -> {
            TimeReport.StepLine line = line(lines, cell);
            (switch (cell.measure()) {
                case OWN -> line.own();
                case WAITING -> line.waiting();
                case WORKING -> line.working();
                default -> line.natural();
            }).add(tally.lengths());
        });
        return lines.values().stream().sorted(Comparator.comparingInt((TimeReport.StepLine line) -> -line.count(Measure.MISSED))).toList();
    }

    private static TimeReport.StepLine line(Map<String, TimeReport.StepLine> lines, Cell cell) {
        return lines.computeIfAbsent(cell.kind() + "/" + cell.step(),
                key -> new TimeReport.StepLine(cell.kind(), cell.step(), new EnumMap<>(Measure.class), new Lengths(), new Lengths(), new Lengths(), new Lengths()));
    }

    private List<TimeReport.UnitLine> units(Span span, Cut cut, Sphere sphere, Tallies.Counting counting) {
        Map<Long, Map<Measure, Integer>> units = new TreeMap<>();
        counting.count(EnumSet.of(Measure.DUE, Measure.DUE_ON_TIME, Measure.MISSED_OPEN), span, cut, sphere, Set.of(By.UNIT))
                .forEach((cell, tally) -> units.computeIfAbsent(cell.unit(), u -> new EnumMap<>(Measure.class)).merge(cell.measure(), tally.count(), Integer::sum));
        return units.entrySet().stream().map(e -> new TimeReport.UnitLine(e.getKey(), e.getValue().getOrDefault(Measure.DUE, 0),
                e.getValue().getOrDefault(Measure.DUE_ON_TIME, 0), e.getValue().getOrDefault(Measure.MISSED_OPEN, 0))).toList();
    }

    private List<TimeReport.MonthLine> months(Span span, Cut cut, Sphere sphere, Tallies.Counting counting) {
        Span wide = span.length() >= 12 ? span : new Span(span.to().minusMonths(12), span.to());
        Map<LocalDate, Map<Measure, Integer>> months = new TreeMap<>();
        counting.count(EnumSet.of(Measure.DUE, Measure.DUE_ON_TIME), wide, cut, sphere, Set.of(By.MONTH))
                .forEach((cell, tally) -> months.computeIfAbsent(cell.month(), m -> new EnumMap<>(Measure.class)).merge(cell.measure(), tally.count(), Integer::sum));
        List<TimeReport.MonthLine> lines = new ArrayList<>();
        for (LocalDate month : wide.months()) {
            if (month.atStartOfDay(zone).toInstant().isBefore(counting.now())) {
                Map<Measure, Integer> counts = months.getOrDefault(month, Map.of());
                lines.add(new TimeReport.MonthLine(month, counts.getOrDefault(Measure.DUE, 0), counts.getOrDefault(Measure.DUE_ON_TIME, 0)));
            }
        }
        return lines;
    }

    private List<TimeReport.Saved> saved(Collection<Measure> measures, Measure working, Span span, @Nullable Span base, Cut cut, Sphere sphere, Tallies.Counting counting) {
        Set<By> by = measures == SUBMITTED ? Set.of(By.KIND, By.STEP) : Set.of(By.KIND);
        Map<Cell, Tally> present = counting.count(measures, span, cut.at(cut.kind(), null), sphere, by);
        Map<Cell, Tally> past = base == null ? Map.of() : counting.count(Set.of(working), base, cut.at(cut.kind(), null), sphere, by);
        Map<String, TimeReport.Saved> lines = new LinkedHashMap<>();
        present.forEach((cell, tally) -> {
            TimeReport.Saved line = saved(lines, cell);
            (cell.measure() == working ? line.working() : line.natural()).add(tally.lengths());
        });
        past.forEach((cell, tally) -> saved(lines, cell).baseWorking().add(tally.lengths()));
        return lines.values().stream().sorted(Comparator.comparing(TimeReport.Saved::kind).thenComparing(TimeReport.Saved::step)).toList();
    }

    private static TimeReport.Saved saved(Map<String, TimeReport.Saved> lines, Cell cell) {
        return lines.computeIfAbsent(cell.kind() + "/" + cell.step(), key -> new TimeReport.Saved(cell.kind(), cell.step(), new Lengths(), new Lengths(), new Lengths()));
    }
}
