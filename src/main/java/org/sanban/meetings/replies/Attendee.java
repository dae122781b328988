package org.sanban.meetings.replies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the list (参会人员): the one source of names for lists, plates and check-in.
 *
 * @param body that sends the person
 * @param substitutes whom the person stands in for, null where for nobody
 * @param reason of a leave
 * @param decision on a substitution or a leave
 * @param pass what the person's QR code says
 * @param seat number of the seat, 1 is the middle; null while none
 * @param plateBy who checked the name plate
 */
public record Attendee(
        long id, long meeting, @Nullable Long invitee, String body, String name, @Nullable String post, @Nullable String phone, Kind kind, @Nullable String substitutes,
        @Nullable String reason, Decision decision, @Nullable String car, @Nullable String diet, @Nullable String card, String pass, int rank, @Nullable Integer seat,
        List<Long> plateBy, @Nullable Instant in, @Nullable String how) {

    public enum Kind { ATTEND, SIT_IN, OBSERVE, LEAVE }

    public enum Decision { NONE, ASKED, GRANTED, REFUSED }

    /** Is somebody expected who sits, has a plate and checks in? */
    public boolean comes() {
        return kind != Kind.LEAVE && decision != Decision.REFUSED;
    }

    /** Two different persons found the plate right. */
    public boolean plateChecked() {
        return plateBy.stream().distinct().count() >= 2;
    }
}
