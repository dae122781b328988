package org.sanban.people;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A unit, person, role, delegation, absence or the calendar changed.
 *
 * @param subject of kind {@code unit}, {@code person}, {@code organization}, {@code role} or {@code calendar} (id: the year)
 * @param what {@code person.created}, {@code person.left}, {@code role.granted} … as in the messages {@code audit.what.*}
 */
public record PeopleChanged(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail)
        implements Happening {

    static PeopleChanged of(String kind, long id, Actor by, Instant at, String what, Map<String, ?> detail) {
        return new PeopleChanged(new SubjectRef(kind, id), by.id(), at, what, detail);
    }
}
