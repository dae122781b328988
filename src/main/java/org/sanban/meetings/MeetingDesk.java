package org.sanban.meetings;

import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may write on a meeting: those who run meetings, the unit that runs this one, and whoever holds its step. */
@Component
public class MeetingDesk {

    private final MeetingRows rows;
    private final Positions positions;
    private final Handlings handlings;

    MeetingDesk(MeetingRows rows, Positions positions, Handlings handlings) {
        this.rows = rows;
        this.positions = positions;
        this.handlings = handlings;
    }

    public boolean runs(Meeting m, Actor by) {
        return by.may(MeetingSight.RUNS) || m.organizer() == by.id() || by.units().contains(m.ownerUnit()) || by.headed().contains(m.ownerUnit())
                || positions.of(m.ref(), by).map(p -> p.tasks().stream().anyMatch(t -> t.kind().equals("MAIN"))).orElse(false);
    }

    /** Does a main task at one of these steps lie before the person? */
    public boolean holds(Meeting m, Actor by, String... steps) {
        return positions.of(m.ref(), by).map(p -> p.mainAt(steps) != null).orElse(false);
    }

    /**
     * The meeting, with its handling and its row locked, for one who may write on it.
     *
     * @throws NotFound where the actor may not read it
     * @throws Refused where the actor does not run it, or it has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Meeting mine(long id, Actor by) {
        Meeting seen = rows.seen(id, by).orElseThrow(NotFound::new);
        handlings.hold(seen.ref());
        Refused.unless(runs(seen, by), "meetings.refusal.not-yours");
        Meeting m = rows.lock(id);
        Refused.unless(m.stamps().closed() == null, "meetings.refusal.closed");
        return m;
    }

    /** As {@link #mine}, for what makes no sense once it is called off. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Meeting living(long id, Actor by) {
        Meeting m = mine(id, by);
        Refused.unless(!m.cancelled(), "meetings.refusal.cancelled");
        return m;
    }
}
