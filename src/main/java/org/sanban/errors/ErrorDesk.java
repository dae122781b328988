package org.sanban.errors;

import java.util.Arrays;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;

/** Where an error stands and whether it lies before a person; locks both before something is written on it. */
@Component
class ErrorDesk {

    private final ErrorRows rows;
    private final Positions positions;
    private final Handlings handlings;

    ErrorDesk(ErrorRows rows, Positions positions, Handlings handlings) {
        this.rows = rows;
        this.positions = positions;
        this.handlings = handlings;
    }

    /** Does a main task at one of these steps lie before the person? */
    boolean holds(long id, Actor by, String... steps) {
        return positions.of(ErrorKind.ref(id), by).map(p -> p.mainAt(steps) != null).orElse(false);
    }

    /**
     * The error, locked, for one who holds one of these steps; the keepers of the register may always write.
     *
     * @throws NotFound where the actor may not read it
     * @throws Refused where it does not lie before the actor
     */
    ErrorRecord mine(long id, Actor by, String... steps) {
        rows.seen(id, by).orElseThrow(NotFound::new);
        handlings.hold(ErrorKind.ref(id));
        Refused.unless(by.may(ErrorSight.KEEPS) || holds(id, by, steps), "errors.refusal.not-before-you");
        ErrorRecord error = rows.lock(id);
        Refused.unless(error.stamps().closed() == null, "errors.refusal.closed");
        return error;
    }

    /** The task that lies before the person at one of these steps. */
    long task(long id, Actor by, String... steps) {
        Long task = positions.of(ErrorKind.ref(id), by).map(p -> p.mainAt(steps)).orElse(null);
        Refused.unless(task != null, "errors.refusal.not-before-you");
        return java.util.Objects.requireNonNull(task, () -> Arrays.toString(steps));
    }
}
