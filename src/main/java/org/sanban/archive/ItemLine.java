package org.sanban.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;

/**
 * A line of the directory (归档文件目录, domain.md §8.5) and of the list.
 *
 * @param subject kind/id
 * @param sameDay null until it is stored
 */
public record ItemLine(
        long id,
        String subject,
        @Nullable String code,
        String number,
        String responsible,
        String title,
        @Nullable LocalDate dated,
        Clearance confidentiality,
        int pages,
        String note,
        ItemState state,
        @Nullable String retention,
        Instant transferredAt,
        @Nullable Instant storedAt,
        @Nullable Boolean sameDay,
        int rejections) {

    /** 日期 in eight digits; empty where unknown. */
    public String eightDigits() {
        return dated == null ? "" : "%04d%02d%02d".formatted(dated.getYear(), dated.getMonthValue(), dated.getDayOfMonth());
    }
}
