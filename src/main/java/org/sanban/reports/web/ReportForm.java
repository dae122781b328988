package org.sanban.reports.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListAddress;
import org.sanban.reports.TaskFigure;
import org.sanban.reports.TaskFilter;

/**
 * A report as it stands in the address.
 *
 * @param period month, quarter or year: for what is done
 */
public record ReportForm(
        @Nullable TaskFigure figure, @Nullable Long unit, @Nullable String kind, @Nullable String step, @Nullable String period, @Nullable String after) {

    TaskFigure chosen(TaskFigure other) {
        return figure == null ? other : figure;
    }

    public String chosenPeriod() {
        return "quarter".equals(period) || "year".equals(period) ? period : "month";
    }

    LocalDate since(LocalDate today) {
        return switch (chosenPeriod()) {
            case "year" -> today.withDayOfYear(1);
            case "quarter" -> today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
            default -> today.withDayOfMonth(1);
        };
    }

    TaskFilter filter(LocalDate today) {
        return new TaskFilter(chosen(TaskFigure.OPEN), unit, kind, step, since(today));
    }

    ListAddress address() {
        return ListAddress.of("/supervision/list").with("figure", chosen(TaskFigure.OPEN)).with("unit", unit).with("kind", kind).with("step", step)
                .with("period", chosenPeriod());
    }
}
