package org.sanban.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.workflow.spi.ArchiveSet;

/**
 * An item of the archive, whole.
 *
 * @param subject kind/id
 * @param proposed a {@link Retention}, {@code NONE} for a paper that need not be kept, empty where no rule fits
 * @param closedAt when the matter was closed (办结)
 * @param prompt handed over on the day it was closed; {@code promptAdjusted} with the cut-off (domain.md §8.6)
 * @param sameDay null until it is stored
 * @param legalDeadline last day by law, beside the office's own promise
 */
public record ItemView(
        long id,
        String subject,
        ItemState state,
        String title,
        String number,
        String responsible,
        @Nullable LocalDate dated,
        String docType,
        int year,
        String organ,
        int pages,
        List<ArchiveSet.Piece> pieces,
        String proposed,
        String basis,
        String fonds,
        String category,
        @Nullable Retention retention,
        @Nullable Integer itemNo,
        @Nullable String code,
        String note,
        Instant closedAt,
        Instant transferredAt,
        long transferredBy,
        boolean prompt,
        boolean promptAdjusted,
        @Nullable Instant arrangedAt,
        @Nullable Long arrangedBy,
        @Nullable Instant testedAt,
        @Nullable Long testedBy,
        boolean tested,
        List<Check> checks,
        @Nullable Place place,
        @Nullable String location,
        @Nullable Instant storedAt,
        @Nullable Long storedBy,
        @Nullable Boolean sameDay,
        int rejections,
        LocalDate legalDeadline,
        int version) {

    /** Files without readable text wait for a person's look. */
    public boolean toBeLookedAt() {
        return checks.stream().anyMatch(check -> !check.passed() && check.key().equals(FourProperties.LOOKED));
    }
}
