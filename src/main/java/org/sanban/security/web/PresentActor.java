package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.security.Entrant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The {@link Actor} of a request, made once and kept with it. */
@Component
class PresentActor {

    private static final String NAME = PresentActor.class.getName();

    private final Actors actors;
    private final Clock clock;

    PresentActor(Actors actors, Clock clock) {
        this.actors = actors;
        this.clock = clock;
    }

    /** Empty where nobody is signed in. */
    Optional<Actor> of(HttpServletRequest request) {
        return entrant().map(entrant -> {
            if (request.getAttribute(NAME) instanceof Actor actor && actor.id() == entrant.person()) {
                return actor;
            }
            Actor actor = actors.of(entrant.person(), clock.instant());
            request.setAttribute(NAME, actor);
            return actor;
        });
    }

    static Optional<Entrant> entrant() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Entrant entrant
                ? Optional.of(entrant)
                : Optional.empty();
    }
}
