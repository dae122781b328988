package org.sanban.documents;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Sight sight;

    Whereabouts(EntityManager entities, JdbcClient jdbc, Sight sight) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * What this transaction did before is part of the answer: the engine's rows are written first.
     *
     * @throws NotFound when the person may not see it
     */
    Place of(long id, Actor by) {
        if (entities.isJoinedToTransaction()) {
            entities.flush();
        }
        List<Place> places = jdbc.sql("""
                        select h.step, h.state, h.outcome,
                               (select min(t.id) from task t where t.handling_id = h.id and t.state = 'OPEN' and t.kind = 'MAIN' and t.step = h.step
                                   and (t.holder_id in (:sightPersons) or (t.holder_id is null and t.role in (:sightRoles)))) as task
                          from handling h where h.subject_kind = 'incoming' and h.subject_id = :id and """ + " " + sight.of("h", by))
                .param("id", id)
                .params(sight.params(by))
                .query((row, n) -> new Place(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class)))
                .list();
        return Optional.ofNullable(places.isEmpty() ? null : places.getFirst()).orElseThrow(NotFound::new);
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
