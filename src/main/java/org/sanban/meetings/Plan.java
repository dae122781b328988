package org.sanban.meetings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of a meeting when it is planned (会议计划, domain.md §5.2). @param unit that runs it; null for the planner's own */
public record Plan(
        @Nullable String type, String title, @Nullable Integer sessionNo, @Nullable Instant starts, @Nullable Instant ends, String place, boolean video,
        List<String> branches, @Nullable Long chair, @Nullable Long unit, String reason, @Nullable String notMerged, @Nullable Integer scale,
        @Nullable String level, @Nullable BigDecimal budget, @Nullable Integer planYear, @Nullable String planException) {

    public Plan {
        title = plain(title);
        place = plain(place);
        reason = plain(reason);
        notMerged = orNull(notMerged);
        level = orNull(level);
        planException = orNull(planException);
        branches = branches == null ? List.of() : branches.stream().filter(Objects::nonNull).map(String::strip).filter(b -> !b.isEmpty()).distinct().toList();
    }

    /** The shortest plan there is. */
    public static Plan of(String type, String title, Instant starts, Instant ends, String place, long chair, String reason) {
        return new Plan(type, title, null, starts, ends, place, false, List.of(), chair, null, reason, null, null, null, null, null, null);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
