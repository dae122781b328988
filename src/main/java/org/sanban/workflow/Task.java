package org.sanban.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lies in a tray (待办): somebody's, or a role's until somebody claims it. Arrived, opened, due, done are stamped once. */
class Task {

    static final Table<Task> TABLE = new Table<>(Task.class, "id");

    enum Kind {
        /** The step waits for it. */
        MAIN,
        /** 传阅: beside the main line. */
        READ,
        /** 交办: its parent waits for the report. */
        ERRAND,
        /** 加签 before: its parent waits for the signature. */
        SIGN_BEFORE,
        /** A request for more time, to be decided. */
        EXTENSION,
        /** An override to be looked at by a supervisor. */
        OVERRIDE
    }

    enum State {
        QUEUED,
        OPEN,
        DONE,
        DROPPED
    }

    @Nullable Long id;

    long handlingId;

    Kind kind = Kind.MAIN;

    Act.Part part = Act.Part.HOLDER;

    State state = State.QUEUED;

    String step = "";
    int visit;
    int round;
    int turn;
    @Nullable Long parentId;
    @Nullable Long holderId;
    @Nullable String role;
    long unitId;
    long assignedBy;
    @Nullable String note;

    Limit.Clock clock = Limit.Clock.WORK;

    @Nullable Long minutesAllowed;
    @Nullable Instant arrivedAt;
    @Nullable Instant openedAt;
    @Nullable Instant dueAt;
    @Nullable Instant stillAt;
    @Nullable Instant nudgeAt;

    int nudgeLevel;

    @Nullable Instant waitingSince;
    long waitingMinutes;
    @Nullable Long ownMinutes;
    @Nullable Instant doneAt;
    @Nullable Long doneBy;
    @Nullable String outcome;

    private Task() {}

    Task(Handling handling, Kind kind, String step, Place place, int turn, long assignedBy) {
        this.handlingId = handling.id();
        this.kind = kind;
        this.step = step;
        this.visit = handling.visit;
        this.round = handling.round;
        this.part = place.part();
        this.holderId = place.holder();
        this.role = place.role();
        this.unitId = place.unit();
        this.turn = turn;
        this.assignedBy = assignedBy;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    boolean open() {
        return state == State.OPEN;
    }

    boolean live() {
        return state == State.OPEN || state == State.QUEUED;
    }

    boolean main() {
        return kind == Kind.MAIN;
    }

    /** Does the step wait for this task? Supporting holders are waited for by the lead, not by the step. */
    boolean counts() {
        return main() && part != Act.Part.SUPPORT;
    }

    boolean waits() {
        return waitingSince != null;
    }

    void end(State how, String outcome, long by, Instant at) {
        state = how;
        this.outcome = outcome;
        doneAt = at;
        doneBy = by;
        stillAt = null;
        nudgeAt = null;
        waitingSince = null;
    }

    Place place() {
        return new Place(holderId, role, unitId, part);
    }
}
