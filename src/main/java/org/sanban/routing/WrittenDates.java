package org.sanban.routing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates written in a text (5月25日（星期一）、6月20日至23日). A date without a year is the one nearest to the paper's own day. */
record WrittenDates(Terms t) {

    /**
     * @param words with the day of the week, if one follows
     * @param day null where there is no such day (6月31日)
     * @param said the day of the week the text gives, null for none
     * @param weekday the right one as a text writes it, empty where there is no such day
     */
    record Written(Span span, String words, @Nullable LocalDate day, @Nullable DayOfWeek said, String weekday) {

        boolean weekdayIsWrong() {
            return day != null && said != null && day.getDayOfWeek() != said;
        }
    }

    List<Written> in(String text, LocalDate near) {
        List<Written> dates = new ArrayList<>();
        Matcher date = t.matcher("date", text);
        while (date.find()) {
            String year = date.group("year");
            int month = Integer.parseInt(date.group("month"));
            Written from = written(text, date, year, month, near);
            dates.add(from);
            Matcher until = t.matcher("until", text).region(from.span().to(), text.length());
            if (until.lookingAt()) {
                dates.add(written(text, until, year, month, near));
            }
        }
        return dates;
    }

    private Written written(String text, Matcher date, @Nullable String year, int month, LocalDate near) {
        LocalDate day = day(year, month, Integer.parseInt(date.group("day")), near).orElse(null);
        Matcher weekday = t.matcher("weekday", text).region(date.end(), text.length());
        boolean said = weekday.lookingAt();
        Span span = new Span(date.start(), said ? weekday.end() : date.end());
        String right = day == null ? "" : signs(day.getDayOfWeek()).getFirst();
        return new Written(span, text.substring(span.from(), span.to()), day, said ? weekday(weekday.group("weekday")) : null, right);
    }

    private @Nullable DayOfWeek weekday(String sign) {
        return Stream.of(DayOfWeek.values()).filter(day -> signs(day).contains(sign)).findFirst().orElse(null);
    }

    /** How the day is written, the usual way first. */
    private List<String> signs(DayOfWeek day) {
        return t.words(day.name());
    }

    private static Optional<LocalDate> day(@Nullable String year, int month, int day, LocalDate near) {
        if (year != null) {
            return exact(Integer.parseInt(year), month, day);
        }
        return Stream.of(near.getYear(), near.getYear() - 1, near.getYear() + 1)
                .flatMap(y -> exact(y, month, day).stream())
                .min(Comparator.comparing(d -> Math.abs(ChronoUnit.DAYS.between(d, near))));
    }

    private static Optional<LocalDate> exact(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
