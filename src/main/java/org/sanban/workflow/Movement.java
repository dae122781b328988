package org.sanban.workflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Origin;

/** One act on a handling (流转记录), append-only: who, on whose behalf, from where to where, with which opinion, by which request. A line of the audit trail as it stands. */
class Movement {

    static final Table<Movement> TABLE = new Table<>(Movement.class, "id");

    static final String START = "START";

    @Nullable Long id;

    long handlingId;
    int seq;
    String kind = "";
    @Nullable Long taskId;
    long actorId;
    @Nullable Long onBehalfOf;
    @Nullable String fromStep;
    @Nullable String toStep;
    int fromVisit;
    @Nullable String transition;
    int round;
    @Nullable String opinion;

    Act.Opinion.@Nullable Kind opinionKind;

    @Nullable String reason;
    @Nullable Long corrects;

    Map<String, Object> detail = new LinkedHashMap<>();

    Instant at = Instant.EPOCH;
    String requestId = "";

    /** The address that the request came from; null for jobs. */
    @Nullable String client;

    private Movement() {}

    /** The next movement of a handling. The first is counted before the handling is stored, see {@link Handling#start}. */
    Movement(Handling handling, String kind, long actor, Instant at, String requestId) {
        handlingId = handling.id();
        if (!kind.equals(START)) {
            handling.movementCount++;
            handling.movedAt = at;
        }
        seq = handling.movementCount;
        this.kind = kind;
        actorId = actor;
        fromStep = handling.step;
        toStep = handling.step;
        fromVisit = handling.visit;
        round = handling.round;
        this.at = at;
        this.requestId = requestId;
        client = Origin.address();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }
}
