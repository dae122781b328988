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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates written in a text (5月25日（星期一）、6月20日至23日). A date without a year is the one nearest to the paper's own day. */
final class WrittenDates {

    private static final String WEEKDAY = "(?:\\s*[（(]?(?:星期|周)(?<w>[一二三四五六日天])[）)]?)?";
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:(?<y>(?:19|20)\\d{2})\\s*年\\s*)?(?<m>\\d{1,2})\\s*月\\s*(?<d>\\d{1,2})\\s*日" + WEEKDAY);
    private static final Pattern UNTIL = Pattern.compile("\\s*[至到—–~～-]+\\s*(?<d>\\d{1,2})\\s*日" + WEEKDAY);
    private static final String DAYS = "一二三四五六日";

    private WrittenDates() {}

    /**
     * @param day null where there is no such day (6月31日)
     * @param said the day of the week the text gives, null for none
     */
    record Written(Span span, String words, @Nullable LocalDate day, @Nullable DayOfWeek said) {

        boolean weekdayIsWrong() {
            return day != null && said != null && day.getDayOfWeek() != said;
        }

        /** The right day of the week as the text would write it. */
        String weekday() {
            return day == null ? "" : DAYS.substring(day.getDayOfWeek().getValue() - 1).substring(0, 1);
        }
    }

    static List<Written> in(String text, LocalDate near) {
        List<Written> dates = new ArrayList<>();
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            String year = date.group("y");
            int month = Integer.parseInt(date.group("m"));
            dates.add(written(date, year, month, near));
            Matcher until = UNTIL.matcher(text).region(date.end(), text.length());
            if (until.lookingAt()) {
                dates.add(written(until, year, month, near));
            }
        }
        return dates;
    }

    private static Written written(Matcher m, @Nullable String year, int month, LocalDate near) {
        int day = Integer.parseInt(m.group("d"));
        String said = m.group("w");
        DayOfWeek weekday = said == null ? null : DayOfWeek.of(DAYS.indexOf(said.replace('天', '日')) + 1);
        return new Written(new Span(m.start(), m.end()), m.group(), day(year, month, day, near).orElse(null), weekday);
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
