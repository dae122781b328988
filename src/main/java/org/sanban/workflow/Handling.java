package org.sanban.workflow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Clearance;

/**
 * One subject's run through a procedure. Its row is locked first by every act, so all acts on one subject come one after
 * the other; {@code pending} counts the main tasks the present step still waits for.
 */
class Handling {

    static final Table<Handling> TABLE = new Table<>(Handling.class, "id");

    enum State {
        RUNNING,
        CLOSED,
        VOIDED
    }

    @Nullable Long id;

    String subjectKind = "";
    long subjectId;
    long procedureId;
    @Nullable String step;

    State state = State.RUNNING;

    @Nullable String outcome;
    int visit;
    int visitCount;
    int round = 1;
    int pending;
    int movementCount;
    @Nullable String resumeStep;
    @Nullable Integer resumeVisit;

    Urgency urgency = Urgency.NORMAL;

    @Table.ByNumber
    Clearance confidentiality = Clearance.NONE;

    long ownerUnit;
    String title = "";
    @Nullable String number;
    @Nullable String counterpart;

    Map<String, String> attributes = Map.of();

    boolean confined;
    @Nullable Instant dueDocument;
    @Nullable Instant dueLeader;
    long startedBy;
    Instant startedAt = Instant.EPOCH;
    Instant movedAt = Instant.EPOCH;
    @Nullable Instant closedAt;

    Act.@Nullable StopReason stopReason;

    @Nullable Instant stoppedAt;

    int version;

    private Handling() {}

    static Handling start(SubjectRef subject, long procedureId, Card card, long by, Instant at) {
        Handling handling = new Handling();
        handling.subjectKind = subject.kind();
        handling.subjectId = subject.id();
        handling.procedureId = procedureId;
        handling.startedBy = by;
        handling.startedAt = at;
        handling.movedAt = at;
        handling.movementCount = 1;
        handling.describe(card);
        return handling;
    }

    /** Takes over what the content module says about the subject. */
    final void describe(Card card) {
        title = card.title();
        number = card.number();
        counterpart = card.counterpart();
        urgency = card.urgency();
        confidentiality = card.confidentiality();
        ownerUnit = card.ownerUnit();
        dueDocument = card.due();
        attributes = Map.copyOf(card.attributes());
        confined = card.confined();
    }

    boolean stored() {
        return id != null;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    SubjectRef subject() {
        return new SubjectRef(subjectKind, subjectId);
    }

    String step() {
        if (step == null) {
            throw new IllegalStateException("handling " + id + " stands at no step");
        }
        return step;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    boolean stopped() {
        return stopReason != null;
    }

    /** Enters a step: a new visit, with {@code holders} main tasks to wait for. */
    void enter(String next, int holders) {
        state = State.RUNNING;
        outcome = null;
        closedAt = null;
        step = next;
        visitCount++;
        visit = visitCount;
        pending = holders;
    }

    void end(State how, @Nullable String outcome, Instant at) {
        state = how;
        this.outcome = outcome;
        step = null;
        pending = 0;
        resumeStep = null;
        resumeVisit = null;
        stopReason = null;
        stoppedAt = null;
        closedAt = at;
    }

    /** The date that goes before the step's own limit (domain.md §2.7), or null. */
    @Nullable Instant deadline() {
        return dueDocument != null ? dueDocument : dueLeader;
    }
}
