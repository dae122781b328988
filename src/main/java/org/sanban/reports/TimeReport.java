package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor is told about time: what was late and why, how long steps take, what came back, what was shelved the same day.
 *
 * @param counts of the whole report
 * @param steps by kind and step, those with most misses first
 * @param months on time over due, month by month
 * @param submissions by what was submitted, with the base period
 */
public record TimeReport(
        Span span, Instant until, int handled, Map<Measure, Integer> counts, Map<Measure, Integer> before, List<StepLine> steps, List<UnitLine> units, List<MonthLine> months,
        List<Saved> submissions, List<Saved> whole, @Nullable Span base) {

    /** Fewer than so many are shown in grey: chance may have made the difference (domain.md §7.8). */
    public static final int ENOUGH = 20;

    /** Lengths in minutes. {@code own} is by the clock of the step. */
    public record StepLine(String kind, String step, Map<Measure, Integer> counts, Lengths own, Lengths waiting, Lengths working, Lengths natural) {

        public int count(Measure measure) {
            return counts.getOrDefault(measure, 0);
        }
    }

    public record UnitLine(long unit, int due, int onTime, int open) {}

    public record MonthLine(LocalDate month, int due, int onTime) {}

    /** Time from one end to the other, now and in the base period (压缩率). */
    public record Saved(String kind, String step, Lengths working, Lengths natural, Lengths baseWorking) {

        /** Hundredths of the base median that were saved; null without a base. */
        public @Nullable Double saved() {
            return baseWorking.size() == 0 || baseWorking.percentile(0.5) == 0 || working.size() == 0
                    ? null : 100.0 * (baseWorking.percentile(0.5) - working.percentile(0.5)) / baseWorking.percentile(0.5);
        }

        public boolean few() {
            return working.size() < ENOUGH || baseWorking.size() < ENOUGH;
        }
    }

    public int count(Measure measure) {
        return counts.getOrDefault(measure, 0);
    }

    /** A share with its range; null where there is nothing to divide by. */
    public @Nullable Range share(Measure part, Measure of) {
        return count(of) == 0 ? null : Range.share(count(part), count(of));
    }

    public @Nullable Range shareBefore(Measure part, Measure of) {
        return before.getOrDefault(of, 0) == 0 ? null : Range.share(before.getOrDefault(part, 0), before.get(of));
    }
}
