package org.sanban.reports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The work that the errors of a report are set against, by kind of subject: what was in hand in any of its periods. Read once for all of them: what
 * lay open when the first month began, and what began and ended in each. Which kinds there are is found in the figures themselves.
 */
final class Load {

    private final Tallies.Counting counting;
    private final Cut cut;
    private final Sphere sphere;
    private final Map<LocalDate, Map<String, Integer>> open = new HashMap<>();
    private final Map<LocalDate, Map<String, Integer>> started = new HashMap<>();

    /** @param wide everything that will be asked for */
    Load(Tallies.Counting counting, Span wide, Cut cut, Sphere sphere) {
        this.counting = counting;
        this.cut = cut;
        this.sphere = sphere;
        Map<LocalDate, Map<String, Integer>> closed = new HashMap<>();
        counting.count(EnumSet.of(Measure.STARTED, Measure.CLOSED), wide, cut, sphere, Set.of(By.MONTH, By.KIND)).forEach((cell, tally) ->
                (cell.measure() == Measure.STARTED ? started : closed).computeIfAbsent(cell.month(), m -> new HashMap<>()).merge(cell.kind(), tally.count(), Integer::sum));
        Map<String, Integer> now = new TreeMap<>();
        counting.open(wide.from(), cut, sphere, Set.of(By.KIND)).forEach((cell, tally) -> now.merge(cell.kind(), tally.count(), Integer::sum));
        for (LocalDate month : wide.months()) {
            open.put(month, new TreeMap<>(now));
            started.getOrDefault(month, Map.of()).forEach((kind, count) -> now.merge(kind, count, Integer::sum));
            closed.getOrDefault(month, Map.of()).forEach((kind, count) -> now.merge(kind, -count, Integer::sum));
        }
    }

    /** In hand in a period, by kind; only kinds of which there was something. */
    Map<String, Integer> in(Span span) {
        Map<String, Integer> kinds = new TreeMap<>(open.getOrDefault(span.from(), Map.of()));
        span.months().forEach(month -> started.getOrDefault(month, Map.of()).forEach((kind, count) -> kinds.merge(kind, count, Integer::sum)));
        kinds.values().removeIf(count -> count <= 0);
        return kinds;
    }

    static int sum(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** In hand in a period by unit, and in it by kind. */
    Map<Long, Map<String, Integer>> units(Span span) {
        Map<Long, Map<String, Integer>> units = new TreeMap<>();
        counting.handled(span, cut, sphere, Set.of(By.UNIT, By.KIND)).forEach((cell, tally) -> {
            if (tally.count() > 0) {
                units.computeIfAbsent(cell.unit(), u -> new TreeMap<>()).merge(cell.kind(), tally.count(), Integer::sum);
            }
        });
        return units;
    }
}
