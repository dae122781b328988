package org.sanban.checks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates (日期): a day that does not exist, a day of the week that is not that day's. For the texts {@code routing} R-25 does not read: title,
 * annotation, attachments.
 */
record Dates(Pattern date, String weekdays) implements Look {

    /** Settings: {@code date}, a pattern with groups {@code year}, {@code month}, {@code day} and {@code weekday}; {@code weekdays} from Monday on. */
    static Look of(Settings settings) {
        return new Dates(settings.pattern("date"), settings.text("weekdays"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Matcher found = date.matcher(text.text());
        while (found.find()) {
            int year = found.group("year") == null ? 0 : Integer.parseInt(found.group("year"));
            LocalDate day = day(year == 0 ? 2000 : year, Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")));
            if (day == null) {
                flaws.add(Flaw.at(found.start(), found.end()).saying("dates.none", found.group()));
            } else if (found.group("weekday") != null && (year > 0 || paper.date() != null)) {
                weekday(found, year > 0 ? day : nearest(day, paper.date()), flaws);
            }
        }
        return flaws;
    }

    private void weekday(Matcher found, LocalDate day, List<Flaw> flaws) {
        int right = day.getDayOfWeek().getValue() - 1;
        String written = found.group("weekday");
        String sign = weekdays.substring(right, right + 1);
        boolean sunday = right == 6 && weekdays.indexOf(written) > 6;
        if (!written.equals(sign) && !sunday) {
            flaws.add(Flaw.at(found.start("weekday"), found.end("weekday")).saying("dates.weekday", day.toString(), sign).rather(sign));
        }
    }

    private static LocalDate nearest(LocalDate day, LocalDate near) {
        LocalDate same = day.withYear(near.getYear());
        return same.isBefore(near.minusMonths(6)) ? same.plusYears(1) : same.isAfter(near.plusMonths(6)) ? same.minusYears(1) : same;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
