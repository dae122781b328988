package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor is told about errors of a period.
 *
 * @param until as far as anything could have happened: now, or the end of the period
 * @param handled matters in hand in the period, unfinished ones included: what rates are taken of
 * @param before the same figures of the period before; {@code yearBefore} of the same months a year earlier
 * @param matters matters with at least one error (差错件)
 * @param subjects by kind of subject, with the rate of each kind; what is of none that was in hand comes last and has no rate
 * @param kinds and the other splits: errors that count, the most first, but units in the order of the house and never by rank
 * @param fell what fell while the other did not: people may have stopped telling; null where nothing is striking
 */
public record ErrorReport(
        Span span, Instant until, int handled, Map<ErrorFigure, Integer> counts, Map<ErrorFigure, Integer> before, int handledBefore,
        Map<ErrorFigure, Integer> yearBefore, int handledYearBefore, int matters, List<Part> subjects, List<Part> kinds, List<Part> types, List<Part> severities, List<Part> sources,
        List<Part> distances, List<Part> units, List<Route> routes, List<Month> months, Actions actions, Streak streak, @Nullable Fall fell) {

    /** @param rated those of them on matters of kinds that were in hand; {@code handled} matters they are set against, 0 where there is no such number */
    public record Part(String code, int count, int rated, int handled) {

        public @Nullable Range rate() {
            return handled == 0 ? null : Range.perHundred(rated, handled);
        }
    }

    /** Errors made at one step and found at another. */
    public record Route(String business, String introduced, String found, int count) {}

    /** @param errors and {@code nearMisses} of the month that count in its rate */
    public record Month(LocalDate month, int errors, int nearMisses, int handled) {}

    /** Actions due in the period: done in time, verified. */
    public record Actions(int due, int onTime, int verified) {}

    public enum Fall {
        NEAR_MISSES,
        ERRORS
    }

    public int count(ErrorFigure figure) {
        return counts.getOrDefault(figure, 0);
    }

    /** Errors for a hundred matters, with their range; null where nothing was in hand. */
    public @Nullable Range rate() {
        return handled == 0 ? null : Range.perHundred(count(ErrorFigure.RATED), handled);
    }

    public @Nullable Range rateBefore() {
        return handledBefore == 0 ? null : Range.perHundred(before.getOrDefault(ErrorFigure.RATED, 0), handledBefore);
    }

    public @Nullable Range rateYearBefore() {
        return handledYearBefore == 0 ? null : Range.perHundred(yearBefore.getOrDefault(ErrorFigure.RATED, 0), handledYearBefore);
    }

    /** Share of a figure in all that were told; null where none was. */
    public @Nullable Range share(ErrorFigure figure, ErrorFigure of) {
        return count(of) == 0 ? null : Range.share(count(figure), count(of));
    }
}
