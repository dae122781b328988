package org.sanban.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request for more time on a task and what was decided (延期). Its key is the task first made for the decision. */
class Extension {

    static final Table<Extension> TABLE = new Table<>(Extension.class, "taskId");

    long taskId;

    /** The task in which it is decided now. */
    long decisionTaskId;

    long ofTaskId;
    Instant askedDue = Instant.EPOCH;
    String reason = "";
    long askedBy;
    Instant askedAt = Instant.EPOCH;
    @Nullable Boolean granted;
    @Nullable Long decidedBy;
    @Nullable Instant decidedAt;
    @Nullable String decisionNote;

    private Extension() {}

    Extension(long taskId, long ofTaskId, Instant askedDue, String reason, long askedBy, Instant at) {
        this.taskId = taskId;
        this.decisionTaskId = taskId;
        this.ofTaskId = ofTaskId;
        this.askedDue = askedDue;
        this.reason = reason;
        this.askedBy = askedBy;
        this.askedAt = at;
    }

    void decide(boolean granted, @Nullable String note, long by, Instant at) {
        this.granted = granted;
        decisionNote = note;
        decidedBy = by;
        decidedAt = at;
    }
}
