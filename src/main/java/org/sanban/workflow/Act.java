package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with a handling. Pages and API build one of these; {@link Handlings#apply} does it or says why not. */
public sealed interface Act {

    /**
     * Finishes a task (办理完毕). For a main task it goes on when it was the last that the step waited for.
     *
     * @param transition the way onward; null takes the first that is open, or goes back to the step that returned it
     * @param picks who holds the next step, where the procedure leaves that to the holder
     * @param due date given by a leader or with an assignment, or null
     * @param waive reason for proceeding without those who have not answered (协办, 传阅), or null
     * @param override reason for passing a gate, or null
     */
    record Complete(
            long task,
            @Nullable String transition,
            @Nullable Opinion opinion,
            List<Pick> picks,
            @Nullable Instant due,
            @Nullable String waive,
            @Nullable String override)
            implements Act {
        public static Complete of(long task, @Nullable String transition, @Nullable String opinion, Pick... picks) {
            return new Complete(
                    task, transition, opinion == null ? null : Opinion.written(opinion), List.of(picks), null, null, null);
        }
    }

    /**
     * Sends it back (退回).
     *
     * @param to an earlier step
     * @param holders those who get a task again; empty: all who held that step last
     * @param resume true: after the correction it comes straight back here; false: it runs through again
     */
    record Return(long task, String to, List<Long> holders, boolean resume, String reason) implements Act {}

    /** Takes back one's last act (撤回), as long as no next holder has opened it. */
    record Withdraw(@Nullable String reason) implements Act {}

    /** Passes a task on to another person (转办). */
    record Forward(long task, long to, String reason) implements Act {}

    /** Gives it down to somebody who reports back (交办); the own task waits for that. */
    record HandDown(long task, long to, String instruction, @Nullable Instant due) implements Act {}

    /** Takes back what was handed down, or a signature asked for before one's own. */
    record Recall(long task, @Nullable String reason) implements Act {}

    /** Adds signers (加签) before the own act, beside it, or after it. */
    record AddSigners(long task, List<Long> signers, Position position, @Nullable String note) implements Act {}

    /** Takes a signer out who has not signed (减签). */
    record RemoveSigner(long task, String reason) implements Act {}

    /**
     * Sends it for reading (传阅), beside the main line.
     *
     * @param groups one after the other; those in a group read at the same time
     */
    record Circulate(List<List<Long>> groups, @Nullable String note) implements Act {}

    /** Takes an absent reader out, with a note; the next one gets it. */
    record Skip(long task, String reason) implements Act {}

    /** Urges the holder of a task (催办). */
    record Urge(long task, String how, String text) implements Act {}

    /** Takes a task out of a unit's tray. */
    record Claim(long task) implements Act {}

    /** Puts it back into the unit's tray. */
    record Release(long task) implements Act {}

    /** Stops the clock for one of the legal reasons (停表). */
    record Suspend(StopReason reason, String note) implements Act {}

    /** Lets the clock run again; due dates move by the time stopped. */
    record Resume(@Nullable String note) implements Act {}

    /** Asks for more time, before it is over (延期申请). */
    record Extend(long task, Instant due, String reason) implements Act {}

    /** Decides on an extension. */
    record Decide(long task, boolean granted, @Nullable String note) implements Act {}

    /** A supervisor moves it to another step. */
    record Jump(String to, List<Pick> picks, String reason) implements Act {}

    /** Ends it without result (作废). Nothing is deleted. */
    record Void(String reason) implements Act {}

    /** Takes a closed handling up again (重新办理). */
    record Reopen(String to, List<Pick> picks, String reason) implements Act {}

    /** Adds a correction to an opinion given; the first one stays. */
    record CorrectOpinion(long movement, String opinion) implements Act {}

    enum Position {
        BEFORE,
        BESIDE,
        AFTER
    }

    /** The only reasons for which a clock may stand still (domain.md §2.7). */
    enum StopReason {
        SENDER_COMPLETES,
        SUPERIOR_DECIDES,
        SCHEDULED_MEETING,
        FORCE_MAJEURE
    }

    /**
     * An opinion (意见), kept verbatim.
     *
     * @param kind WRITTEN, CIRCLED (圈阅) or ORAL_NOTED
     */
    record Opinion(Kind kind, String text) {
        public enum Kind {
            WRITTEN,
            CIRCLED,
            ORAL_NOTED
        }

        public static Opinion written(String text) {
            return new Opinion(Kind.WRITTEN, text);
        }
    }

    /**
     * A holder picked for the next step: a person or a unit.
     *
     * @param part LEAD or SUPPORT in a step with a lead, else HOLDER
     */
    record Pick(@Nullable Long person, @Nullable Long unit, Part part) {
        public static Pick person(long id) {
            return new Pick(id, null, Part.HOLDER);
        }

        public static Pick lead(long unit) {
            return new Pick(null, unit, Part.LEAD);
        }

        public static Pick support(long unit) {
            return new Pick(null, unit, Part.SUPPORT);
        }
    }

    enum Part {
        HOLDER,
        LEAD,
        SUPPORT,
        READER
    }
}
