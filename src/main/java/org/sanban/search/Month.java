package org.sanban.search;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The month in which a subject began, as a word of its entry: a search for the latest reads in the index what of a few months has the words, and not
 * what of all years has. No text has such a word: {@code @} is a character of none.
 */
final class Month {

    private Month() {}

    static String of(OffsetDateTime dated) {
        return word(YearMonth.from(dated.withOffsetSameInstant(ZoneOffset.UTC)));
    }

    /** As a {@code tsquery}: in the month of {@code last} or one of those before it. */
    static String upTo(OffsetDateTime last, int months) {
        YearMonth month = YearMonth.from(last.withOffsetSameInstant(ZoneOffset.UTC));
        return Stream.iterate(month, m -> m.minusMonths(1)).limit(months).map(Month::word).collect(Collectors.joining(" | ", "(", ")"));
    }

    private static String word(YearMonth month) {
        return "'@%04d%02d'".formatted(month.getYear(), month.getMonthValue());
    }
}
