package org.sanban.meetings.agenda;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Body;

/**
 * A topic (议题) that a unit proposes for a meeting of some kind.
 *
 * @param attend the bodies to be called in for it
 * @param source the paper it comes from, in words
 * @param opinion of the division that checked it
 * @param meeting that takes it, null while it waits
 * @param endedReason why it was returned
 */
public record Topic(
        long id, String title, String type, Body proposer, @Nullable String reporter, @Nullable Long leader, String reason, int minutes, List<Body> attend,
        Check consultation, @Nullable String consulted, @Nullable String differences, Check legality, Check risk, @Nullable String opinion, State state,
        @Nullable String source, @Nullable Long meeting, Instant called, @Nullable Instant checked, @Nullable String endedReason, int version) {

    /** One of the checks that a topic needs: consultation (征求意见), legality (合法性审查), risk (风险评估). */
    public enum Check { OPEN, DONE, NOT_NEEDED }

    public enum State { CALLED, CHECKED, PLACED, DECIDED, RETURNED }

    /** What a proposer says. @param type kind of meeting it is meant for */
    public record Proposal(
            String title, @Nullable String type, @Nullable Body proposer, @Nullable String reporter, @Nullable Long leader, String reason, int minutes, List<Body> attend,
            @Nullable String source) {}

    /** What the check found (审核卡). */
    public record Review(Check consultation, @Nullable String consulted, @Nullable String differences, Check legality, Check risk, @Nullable String opinion) {}
}
