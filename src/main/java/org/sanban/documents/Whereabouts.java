package org.sanban.documents;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;

/** Where a paper stands, and what of it lies before a person. Decides nothing: the engine does. */
@Component
class Whereabouts {

    /** @param task the open main task that the person may finish, or null */
    record Place(@Nullable String step, String state, @Nullable String outcome, @Nullable Long task) {
        boolean mine(String... steps) {
            return task != null && Arrays.asList(steps).contains(step);
        }
    }

    private final Positions positions;

    Whereabouts(Positions positions) {
        this.positions = positions;
    }

    /** @throws NotFound when the person may not see it */
    Place of(long id, Actor by) {
        Positions.Position position = positions.of(new SubjectRef("incoming", id), by).orElseThrow(NotFound::new);
        Long task = position.step() == null ? null : position.mainAt(position.step());
        return new Place(position.step(), position.state(), position.outcome(), task);
    }

    /** @throws Refused unless one of these steps lies before the person */
    Place atOneOf(long id, Actor by, String... steps) {
        Place place = of(id, by);
        if (!place.mine(steps)) {
            throw new Refused(Objection.of("documents.refusal.not-before-you"));
        }
        return place;
    }
}
