package org.sanban.workflow;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** Reads the record of a handling: five statements, whatever happened to it. */
@Component
class CourseRows {

    private final EntityManager entities;

    CourseRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The handling, of one who sees it. */
    Handling seen(SubjectRef subject, Actor by, Sight sight) {
        Handling handling = entities.createQuery("select h from Handling h where h.subjectKind = :kind and h.subjectId = :id", Handling.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getResultStream().findFirst().orElseThrow(NotFound::new);
        if (!sight.sees(by, subject)) {
            throw new NotFound();
        }
        return handling;
    }

    Past past(Handling handling, Procedure procedure) {
        return new Past(
                handling, procedure,
                list("select t from Task t where t.handlingId = :id order by t.visit, t.turn, t.id", Task.class, handling),
                list("select m from Movement m where m.handlingId = :id order by m.seq", Movement.class, handling),
                list("select s from ClockStop s where s.handlingId = :id order by s.stoppedAt", ClockStop.class, handling),
                list("select e from Extension e, Task t where t.id = e.ofTaskId and t.handlingId = :id order by e.askedAt", Extension.class, handling));
    }

    /** Opinions a person gave, or had given for them, that no later one corrects. */
    List<Movement> opinionsOf(long handling, long person) {
        return entities.createQuery("select m from Movement m where m.handlingId = :id and m.opinion is not null and (m.actorId = :person or m.onBehalfOf = :person) and not exists (select 1 from Movement c where c.handlingId = :id and c.corrects = m.id) order by m.seq", Movement.class)
                .setParameter("id", handling)
                .setParameter("person", person)
                .getResultList();
    }

    private <T> List<T> list(String query, Class<T> type, Handling handling) {
        return entities.createQuery(query, type).setParameter("id", handling.id()).getResultList();
    }
}
