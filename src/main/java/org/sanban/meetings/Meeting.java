package org.sanban.meetings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Clearance;

/**
 * A meeting (会议) as it stands.
 *
 * @param starts as planned now; {@code ends} too
 * @param branches names of the branch venues (分会场) of a video conference
 * @param chair the person who chairs it; {@code organizer} who planned it
 * @param notMerged why it is not held together with another one
 * @param planYear the yearly plan it stands in, else {@code planException} says why it is held all the same
 * @param replyBy until when replies are taken
 */
public record Meeting(
        long id, String type, String title, @Nullable Integer sessionNo, Instant starts, Instant ends, String place, boolean video, List<String> branches,
        long chair, long ownerUnit, long organizer, String reason, @Nullable String notMerged, @Nullable Integer scale, @Nullable String level,
        @Nullable BigDecimal budget, @Nullable Integer planYear, @Nullable String planException, Clearance confidentiality, Instant created,
        Stamps stamps, @Nullable Instant replyBy, @Nullable Long minutesPaper, int version) {

    /**
     * @param began when it really began; {@code over} when it was over; {@code reported} when the attendance was reported
     * @param minutes when the minutes were drafted; {@code issued} when they were issued
     */
    public record Stamps(
            @Nullable Instant approved, @Nullable Long approvedBy, @Nullable Instant noticed, @Nullable Instant began, @Nullable Instant over,
            @Nullable Instant reported, @Nullable Instant minutes, @Nullable Instant issued, @Nullable Instant cancelled, @Nullable Instant closed) {}

    public SubjectRef ref() {
        return MeetingKind.ref(id);
    }

    /** Planned length in minutes. */
    public long minutes() {
        return Duration.between(starts, ends).toMinutes();
    }

    public boolean cancelled() {
        return stamps.cancelled() != null;
    }
}
