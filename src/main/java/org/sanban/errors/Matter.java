package org.sanban.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an error happened to, as the engine knows it.
 *
 * @param type e.g. the type of the document; {@code step} where it stands now
 */
record Matter(
        SubjectRef subject, String title, @Nullable String number, String urgency, Clearance confidentiality, long unit, @Nullable String type,
        @Nullable String step, int round) {

    /** Looks matters up. */
    @Component
    static class Matters {

        private final JdbcClient jdbc;
        private final Sight sight;

        Matters(JdbcClient jdbc, Sight sight) {
            this.jdbc = jdbc;
            this.sight = sight;
        }

        /** Empty where there is none, or the actor may not see it. */
        Optional<Matter> seen(SubjectRef subject, Actor by) {
            return jdbc.sql("""
                            select h.title, h.number, h.urgency, h.confidentiality, h.owner_unit, h.attributes ->> 'type', h.step, h.round from handling h
                             where h.subject_kind = :kind and h.subject_id = :id and """ + " " + sight.of("h", by))
                    .param("kind", subject.kind()).param("id", subject.id()).params(sight.params(by))
                    .query((row, n) -> new Matter(
                            subject, row.getString(1), row.getString(2), row.getString(3), Clearance.values()[row.getInt(4)], row.getLong(5), row.getString(6),
                            row.getString(7), row.getInt(8)))
                    .optional();
        }
    }
}
