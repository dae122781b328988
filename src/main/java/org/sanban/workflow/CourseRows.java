package org.sanban.workflow;

import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** Reads the record of a handling: five statements, whatever happened to it. */
@Component
class CourseRows {

    private final Rows rows;

    CourseRows(Rows rows) {
        this.rows = rows;
    }

    /** The handling, of one who sees it. */
    Handling seen(SubjectRef subject, Actor by, Sight sight) {
        Handling handling = rows.handling(subject).orElseThrow(NotFound::new);
        if (!sight.sees(by, subject)) {
            throw new NotFound();
        }
        return handling;
    }

    Past past(Handling handling, Procedure procedure) {
        long id = handling.id();
        return new Past(handling, procedure, tasks(id), movements(id),
                rows.read(ClockStop.TABLE, ClockStop.TABLE.select("where r.handling_id = ? order by r.stopped_at"), id),
                rows.read(Extension.TABLE, Extension.TABLE.select("join task t on t.id = r.of_task_id where t.handling_id = ? order by r.asked_at"), id));
    }

    List<Task> tasks(long handling) {
        return rows.read(Task.TABLE, Task.TABLE.select("where r.handling_id = ? order by r.visit, r.turn, r.id"), handling);
    }

    List<Movement> movements(long handling) {
        return rows.read(Movement.TABLE, Movement.TABLE.select("where r.handling_id = ? order by r.seq"), handling);
    }

    /** Opinions a person gave, or had given for them, that no later one corrects. */
    List<Movement> opinionsOf(long handling, long person) {
        return rows.read(Movement.TABLE, Movement.TABLE.select("where r.handling_id = ? and r.opinion is not null and (r.actor_id = ? or r.on_behalf_of = ?)"
                + " and not exists (select 1 from movement c where c.handling_id = r.handling_id and c.corrects = r.id) order by r.seq"), handling, person, person);
    }
}
