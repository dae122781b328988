package org.sanban.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time during which the clock of a handling stood still (停表), with its legal reason and who approved it. */
class ClockStop {

    static final Table<ClockStop> TABLE = new Table<>(ClockStop.class, "id");

    @Nullable Long id;

    long handlingId;

    Act.StopReason reason = Act.StopReason.FORCE_MAJEURE;

    String note = "";
    long approvedBy;
    Instant stoppedAt = Instant.EPOCH;
    @Nullable Instant resumedAt;
    @Nullable Long resumedBy;

    private ClockStop() {}

    ClockStop(long handlingId, Act.StopReason reason, String note, long approvedBy, Instant at) {
        this.handlingId = handlingId;
        this.reason = reason;
        this.note = note;
        this.approvedBy = approvedBy;
        this.stoppedAt = at;
    }

    void resume(long by, Instant at) {
        resumedAt = at;
        resumedBy = by;
    }
}
