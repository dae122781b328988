package org.sanban.meetings.agenda;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Body;

/**
 * An item of the agenda (议程).
 *
 * @param first the pinned first topic (第一议题)
 * @param attend the bodies that are called in for it (分议题列席)
 * @param result what came of it, in words
 */
public record Item(
        long id, long meeting, @Nullable Long topic, int position, boolean first, String title, @Nullable String reporter, int minutes, List<Body> attend,
        @Nullable Instant began, @Nullable Instant ended, @Nullable String result) {

    /** What is typed for one. */
    public record Entry(String title, @Nullable String reporter, int minutes, List<Body> attend) {}
}
