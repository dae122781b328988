package org.sanban.workflow;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time during which the clock of a handling stood still (停表), with its legal reason and who approved it. */
@Entity
class ClockStop {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clock_stop_seq")
    @SequenceGenerator(name = "clock_stop_seq", allocationSize = 50)
    @Nullable Long id;

    long handlingId;

    @Enumerated(EnumType.STRING)
    Act.StopReason reason = Act.StopReason.FORCE_MAJEURE;

    String note = "";
    long approvedBy;
    Instant stoppedAt = Instant.EPOCH;
    @Nullable Instant resumedAt;
    @Nullable Long resumedBy;

    protected ClockStop() {}

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
