package org.sanban.casebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Tally;

/**
 * The figures of a circular: one period beside the one before it and the same one a year ago.
 *
 * @param now the period itself
 */
public record CircularFigures(Period now, Period before, Period yearAgo) {

    /**
     * @param handled matters ended in the period, by line of business
     * @param groups confirmed errors made in it, and near misses
     */
    public record Period(Map<String, Integer> handled, List<Tally.Group> groups) {

        public int items() {
            return handled.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int errors() {
            return groups.stream().filter(Tally.Group::rated).mapToInt(Tally.Group::count).sum();
        }

        public int nearMisses() {
            return groups.stream().filter(g -> !g.rated()).mapToInt(Tally.Group::count).sum();
        }

        /** Errors and near misses told by whoever made them or by the next in the chain, of a hundred; null where there are none. */
        public @Nullable Integer selfFound() {
            int all = errors() + nearMisses();
            return all == 0 ? null : Math.round(100f * groups.stream().filter(Tally.Group::self).mapToInt(Tally.Group::count).sum() / all);
        }

        /** Errors per hundred matters ended, to two places, of lines of business in which something ended; null where none ended. */
        public @Nullable BigDecimal rate() {
            return items() == 0 ? null : BigDecimal.valueOf(100L * (errors() - unrated())).divide(BigDecimal.valueOf(items()), 2, RoundingMode.HALF_UP);
        }

        /** Errors in lines of business in which nothing ended: counted, and in no rate. */
        public int unrated() {
            return groups.stream().filter(g -> g.rated() && handled.getOrDefault(g.business(), 0) == 0).mapToInt(Tally.Group::count).sum();
        }

        /** Errors by what {@code of} tells of them, the most first. Those of which it is not known are left out. */
        public Map<String, Integer> by(Function<Tally.Group, @Nullable String> of) {
            Map<String, Integer> sums = groups.stream().filter(g -> g.rated() && of.apply(g) != null)
                    .collect(Collectors.groupingBy(of, Collectors.summingInt(Tally.Group::count)));
            return sums.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Comparator.comparing(Map.Entry::getKey)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        }

        /** Types that came back, with how often. */
        public Map<String, Integer> again() {
            return new Period(handled, groups.stream().filter(Tally.Group::again).toList()).by(Tally.Group::type);
        }
    }

    /** Types of which there were fewer than in the period before, the greatest fall first. */
    public List<Change> fewer() {
        Map<String, Integer> then = before.by(Tally.Group::type);
        Map<String, Integer> is = now.by(Tally.Group::type);
        return then.entrySet().stream().map(e -> new Change(e.getKey(), e.getValue(), is.getOrDefault(e.getKey(), 0))).filter(c -> c.now() < c.before())
                .sorted(Comparator.comparingInt((Change c) -> c.now() - c.before()).thenComparing(Change::type)).toList();
    }

    /** @param type code */
    public record Change(String type, int before, int now) {}
}
