package org.sanban.reports.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.reports.Span;

/** Periods as they stand in an address: by a word, or from a month to a month. What is no period is the one that the page begins with. */
final class Periods {

    static final List<String> WORDS = List.of("last-month", "month", "quarter", "year", "five-years");
    private static final int LONGEST = 240;

    private Periods() {}

    static Span of(@Nullable String word, @Nullable String from, @Nullable String to, String otherwise, LocalDate today) {
        YearMonth first = month(from);
        YearMonth last = month(to);
        if (first != null && last != null && !last.isBefore(first) && first.plusMonths(LONGEST).isAfter(last)) {
            return new Span(first.atDay(1), last.plusMonths(1).atDay(1));
        }
        return switch (chosen(word, otherwise)) {
            case "last-month" -> Span.month(today.minusMonths(1));
            case "month" -> Span.month(today);
            case "year" -> Span.year(today);
            case "five-years" -> new Span(today.withDayOfMonth(1).minusMonths(59), today.withDayOfMonth(1).plusMonths(1));
            default -> Span.quarter(today);
        };
    }

    static String chosen(@Nullable String word, String otherwise) {
        return word != null && WORDS.contains(word) ? word : otherwise;
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || !text.matches("(19|20)\\d\\d-\\d\\d")) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
