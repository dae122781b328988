package org.sanban.affairs;

import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;

/** Where an affair stands and whether it lies before a person; locks both before something is written on it. */
@Component
class AffairDesk {

    private final AffairRows rows;
    private final Positions positions;
    private final Handlings handlings;

    AffairDesk(AffairRows rows, Positions positions, Handlings handlings) {
        this.rows = rows;
        this.positions = positions;
        this.handlings = handlings;
    }

    /** The affair, locked, for one before whom one of these steps lies. */
    Affair mine(long id, Actor by, String... steps) {
        Affair affair = held(id, by);
        Refused.unless(positions.of(affair.ref(), by).filter(p -> p.mainAt(steps) != null).isPresent(), "affairs.refusal.not-before-you");
        return affair;
    }

    /** The affair, locked, for one who may read it. */
    Affair held(long id, Actor by) {
        Affair affair = rows.seen(id, by).orElseThrow(NotFound::new);
        handlings.hold(affair.ref());
        return rows.lock(id);
    }

    /** The main task that lies before the person at one of these steps. */
    long task(long id, Actor by, String... steps) {
        Long task = positions.of(AffairKind.ref(id), by).map(p -> p.mainAt(steps)).orElse(null);
        if (task == null) {
            throw new Refused(Objection.of("affairs.refusal.not-before-you"));
        }
        return task;
    }
}
