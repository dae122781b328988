package org.sanban.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Whole months of the office.
 *
 * @param from first day of the first month
 * @param to first day after the last month
 */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (from.getDayOfMonth() != 1 || to.getDayOfMonth() != 1 || !from.isBefore(to)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    public static Span month(LocalDate day) {
        return new Span(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
    }

    public static Span quarter(LocalDate day) {
        LocalDate from = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        return new Span(from, from.plusMonths(3));
    }

    public static Span year(LocalDate day) {
        return new Span(day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
    }

    public int length() {
        return (int) ChronoUnit.MONTHS.between(from, to);
    }

    public Span before() {
        return new Span(from.minusMonths(length()), from);
    }

    public Span yearBefore() {
        return new Span(from.minusYears(1), to.minusYears(1));
    }

    /** Its months, oldest first. */
    public List<LocalDate> months() {
        return LongStream.range(0, length()).mapToObj(from::plusMonths).toList();
    }

    public LocalDate last() {
        return to.minusDays(1);
    }
}
