package org.sanban.outgoing;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;

/** Where a paper stands, and what of it lies before a person. Decides nothing: the engine does. */
@Component
class Places {

    /** Steps whose holder may write in the text: the drafter, who reviews, and after the signature who rechecks and reads the proof. */
    static final Set<String> WRITING = Set.of("draft", "review", "chief", "deputy", "legal", "recheck", "proofread");

    /** Steps after the signature. */
    static final Set<String> SIGNED = Set.of("recheck", "confirm", "number", "typeset", "proofread", "seal", "dispatch");

    /** @param task the open main task that the person may finish, or null */
    record Place(@Nullable String step, String state, @Nullable String outcome, @Nullable Long task) {

        boolean at(String... steps) {
            return step != null && Arrays.asList(steps).contains(step);
        }

        boolean mine(String... steps) {
            return task != null && at(steps);
        }

        boolean writes() {
            return task != null && step != null && WRITING.contains(step);
        }

        String stepOrEnd() {
            return step == null ? "end" : step;
        }
    }

    private final Positions positions;

    Places(Positions positions) {
        this.positions = positions;
    }

    /** @throws NotFound when the person may not see it */
    Place of(long id, Actor by) {
        Positions.Position position = positions.of(OutgoingKind.ref(id), by).orElseThrow(NotFound::new);
        Long task = position.step() == null ? null : position.mainAt(position.step());
        return new Place(position.step(), position.state(), position.outcome(), task);
    }

    /** @throws Refused unless one of these steps lies before the person */
    Place mineAt(long id, Actor by, String... steps) {
        Place place = of(id, by);
        Refused.unless(place.mine(steps), "outgoing.refusal.not-before-you");
        return place;
    }

    /** @throws Refused unless the paper stands at one of these steps, whoever holds it */
    Place at(long id, Actor by, String... steps) {
        Place place = of(id, by);
        Refused.unless(place.at(steps), "outgoing.refusal.not-at-this-step");
        return place;
    }

    /** @throws Refused unless the person may write in the text now */
    Place writing(long id, Actor by) {
        Place place = of(id, by);
        if (!place.writes()) {
            throw new Refused(Objection.of("outgoing.refusal.not-yours-to-write"));
        }
        return place;
    }
}
