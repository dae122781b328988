package org.sanban.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a figure and its list are narrowed to; empty fields do not narrow.
 *
 * @param unit that holds the task; 0 is the trays of roles
 * @param since first day of the period for what is done
 */
public record TaskFilter(
        TaskFigure figure, @Nullable Long unit, @Nullable String kind, @Nullable String step, LocalDate since) {

    public static TaskFilter of(TaskFigure figure, LocalDate since) {
        return new TaskFilter(figure, null, null, null, since);
    }

    public TaskFilter in(@Nullable Long unit, @Nullable String kind, @Nullable String step) {
        return new TaskFilter(figure, unit, kind, step, since);
    }
}
