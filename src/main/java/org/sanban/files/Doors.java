package org.sanban.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All {@link SubjectDoor}s. Whoever may not read a subject does not learn that it exists. */
@Component
@Transactional(readOnly = true)
public class Doors {

    private final Map<String, SubjectDoor> doors;

    Doors(List<SubjectDoor> doors) {
        this.doors = new HashMap<>();
        doors.forEach(door -> door.kinds().forEach(kind -> this.doors.put(kind, door)));
    }

    public boolean mayRead(SubjectRef subject, Actor actor) {
        SubjectDoor door = doors.get(subject.kind());
        return door != null && door.mayRead(subject, actor);
    }

    public boolean mayAttach(SubjectRef subject, Actor actor) {
        SubjectDoor door = doors.get(subject.kind());
        return door != null && door.mayRead(subject, actor) && door.mayAttach(subject, actor);
    }

    /** @throws NotFound unless {@code actor} may read the subject */
    public void forReading(SubjectRef subject, Actor actor) {
        if (!mayRead(subject, actor)) {
            throw new NotFound();
        }
    }

    /**
     * @throws NotFound unless {@code actor} may read the subject
     * @throws Refused unless {@code actor} may add files to it now
     */
    public void forAttaching(SubjectRef subject, Actor actor) {
        forReading(subject, actor);
        if (!mayAttach(subject, actor)) {
            throw new Refused(Objection.of("files.refusal.not-yours"));
        }
    }
}
