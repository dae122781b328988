package org.sanban.reports;

import org.jspecify.annotations.Nullable;

/**
 * What a report counts. Each is one condition on the rows of one view at one of their times: the roll-up counts by it, the live
 * tail counts by it, and the list behind the figure is filtered by it (promise 13). What is late is decided by the engine's one
 * rule (promise 8); an open task whose clock stands still is not due.
 */
public enum Measure {
    STARTED(Fact.MATTER, "started_at", "true"),
    CLOSED(Fact.MATTER, "closed_at", "true"),
    /** Incoming papers that went back to their sender (退文). */
    SENT_BACK(Fact.MATTER, "closed_at", "outcome = 'RETURNED'"),
    /** Whole matters, by how long they took without legal stops (平均办理时长). */
    WHOLE(Fact.MATTER, "closed_at", "state = 'CLOSED'", Length.NATURAL),
    WHOLE_WORKING(Fact.MATTER, "closed_at", "state = 'CLOSED'", Length.WORKING),

    DONE(Fact.STEP, "done_at", "state = 'DONE'"),
    OWN(Fact.STEP, "done_at", "state = 'DONE'", Length.OWN),
    WAITING(Fact.STEP, "done_at", "state = 'DONE'", Length.WAITING),
    NATURAL(Fact.STEP, "done_at", "state = 'DONE'", Length.NATURAL),
    WORKING(Fact.STEP, "done_at", "state = 'DONE'", Length.WORKING),
    /** Sent back from this step (退回). */
    RETURNED(Fact.STEP, "done_at", "state = 'DONE' and outcome = 'RETURNED'"),

    /** Fell due: what the rate of those on time is taken of, open ones included. */
    DUE(Fact.STEP, "due_at", "state = 'DONE' or not standing"),
    DUE_ON_TIME(Fact.STEP, "due_at", "state = 'DONE' and not late"),
    MISSED(Fact.STEP, "due_at", Measure.MISS),
    MISSED_OPEN(Fact.STEP, "due_at", "state = 'OPEN' and not standing"),
    /** Why it was missed: the first of the four that fits. */
    MISSED_RETURNED(Fact.STEP, "due_at", Measure.MISS + " and round > 1"),
    MISSED_WAITING(Fact.STEP, "due_at", Measure.MISS + " and round = 1 and " + Measure.WAITED),
    MISSED_UNOPENED(Fact.STEP, "due_at", Measure.MISS + " and round = 1 and not " + Measure.WAITED + " and " + Measure.UNOPENED),
    MISSED_OWN(Fact.STEP, "due_at", Measure.MISS + " and round = 1 and not " + Measure.WAITED + " and not " + Measure.UNOPENED),

    DECIDED(Fact.SUBMISSION, "done_at", "true"),
    DECISION(Fact.SUBMISSION, "done_at", "true", Length.NATURAL),
    DECISION_WORKING(Fact.SUBMISSION, "done_at", "true", Length.WORKING),
    DECIDED_FIRST(Fact.SUBMISSION, "done_at", "round = 1"),
    APPROVED_FIRST(Fact.SUBMISSION, "done_at", "round = 1 and outcome <> 'RETURNED'"),
    DECIDED_SECOND(Fact.SUBMISSION, "done_at", "round = 2"),
    REJECTED_SECOND(Fact.SUBMISSION, "done_at", "round = 2 and outcome = 'RETURNED'"),
    DECIDED_LATER(Fact.SUBMISSION, "done_at", "round > 2"),
    REJECTED_LATER(Fact.SUBMISSION, "done_at", "round > 2 and outcome = 'RETURNED'"),
    REJECTED_FIRST(Fact.SUBMISSION, "done_at", "round = 1 and outcome = 'RETURNED'"),

    TRANSFERRED(Fact.SHELF, "transferred_at", "true"),
    SAME_DAY(Fact.SHELF, "transferred_at", "same_day"),
    PROMPT_ADJUSTED(Fact.SHELF, "transferred_at", "prompt_adjusted"),
    SHELF_REJECTED(Fact.SHELF, "transferred_at", "rejections > 0"),

    URGED(Fact.MOVE, "at", "outcome = 'URGE'"),
    EXTENDED(Fact.MOVE, "at", "outcome = 'EXTEND'");

    /** Which length of a row is kept. */
    enum Length {
        /** As the clock of the task counts. */
        OWN,
        WAITING,
        /** From {@code since}, legal stops of a whole matter left out. */
        NATURAL,
        /** The same in working time of the office. */
        WORKING
    }

    private static final String MISS = "(late or (state = 'OPEN' and not standing))";
    private static final String WAITED = "(waiting_since is not null or waiting_minutes > coalesce(own_minutes, 0))";
    private static final String UNOPENED = "(opened_at is null or opened_at > due_at)";

    private final Fact fact;
    private final String time;
    private final String condition;
    private final @Nullable Length length;

    Measure(Fact fact, String time, String condition) {
        this(fact, time, condition, null);
    }

    Measure(Fact fact, String time, String condition, @Nullable Length length) {
        this.fact = fact;
        this.time = time;
        this.condition = condition;
        this.length = length;
    }

    public Fact fact() {
        return fact;
    }

    /** Column of the view by which a row belongs to a month. */
    String time() {
        return time;
    }

    String condition() {
        return condition;
    }

    @Nullable Length length() {
        return length;
    }
}
