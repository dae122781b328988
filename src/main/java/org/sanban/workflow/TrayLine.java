package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * One line of a tray: a task with what a person wants to know of its subject.
 *
 * @param does MAIN, READ, ERRAND, SIGN_BEFORE, EXTENSION or OVERRIDE
 * @param href page of the subject
 * @param title null where it is above the reader's clearance
 * @param role name of the role in whose tray it lies, to be claimed; null once somebody holds it
 * @param behalf name of the person whose tray it comes from, null for the reader's own
 * @param waitingFor names of those it waits for; of supporting holders who have not answered
 * @param note what was asked for with it (交办, 加签, 传阅)
 * @param unread nobody has opened it
 */
public record TrayLine(
        long task,
        SubjectRef subject,
        String href,
        String tab,
        String does,
        @Nullable String title,
        @Nullable String number,
        @Nullable String counterpart,
        Step.Name step,
        String stepCode,
        Act.Part part,
        Urgency urgency,
        Timing timing,
        boolean late,
        Step.@Nullable Name role,
        @Nullable String behalf,
        List<String> waitingFor,
        @Nullable String note,
        boolean unread,
        int round) {

    public boolean urgent() {
        return urgency.lane() == Urgency.Lane.URGENT;
    }

    public @Nullable Instant due() {
        return timing.due();
    }

    /** Where the page after this line begins. */
    public TrayCursor cursor() {
        return new TrayCursor(urgent(), timing.due(), task);
    }
}
