package org.sanban.workflow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time limit (时限) as an office writes it: {@code 30 minutes natural}, {@code 2 days work}, {@code same day}.
 *
 * @param amount 0 for {@code SAME_DAY}
 */
public record Limit(int amount, Unit unit, Clock clock) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5}) (minute|hour|day)s? (natural|work)");

    public enum Unit {
        MINUTE,
        HOUR,
        DAY
    }

    public enum Clock {
        /** Every minute counts, night and holiday. */
        NATURAL,
        /** Only the office's working minutes count. */
        WORK,
        /** By the end of the working day of arrival; after the cut-off by noon of the next (domain.md §8.6). */
        SAME_DAY
    }

    /** @throws IllegalArgumentException when {@code text} is not of the form */
    @JsonCreator
    public static Limit of(String text) {
        if (text.equals("same day")) {
            return new Limit(0, Unit.DAY, Clock.SAME_DAY);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("limit: " + text);
        }
        return new Limit(
                Integer.parseInt(form.group(1)),
                Unit.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                Clock.valueOf(form.group(3).toUpperCase(Locale.ROOT)));
    }

    @Override
    @JsonValue
    public String toString() {
        return clock == Clock.SAME_DAY
                ? "same day"
                : amount + " " + unit.name().toLowerCase(Locale.ROOT) + (amount == 1 ? "" : "s") + " "
                        + clock.name().toLowerCase(Locale.ROOT);
    }
}
