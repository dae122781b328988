package org.sanban.collation;

import java.util.Set;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Doors;
import org.sanban.files.SubjectDoor;
import org.sanban.people.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The file of a proof is read by whoever reads the subject it is a proof of. Nothing is added to it by hand. */
@Component
class CollationDoor implements SubjectDoor {

    static final String KIND = "collation";

    private final ComparisonRows rows;
    private final ObjectProvider<Doors> doors;

    CollationDoor(ComparisonRows rows, ObjectProvider<Doors> doors) {
        this.rows = rows;
        this.doors = doors;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public boolean mayRead(SubjectRef subject, Actor actor) {
        return rows.subjectOf(subject.id()).filter(of -> doors.getObject().mayRead(of, actor)).isPresent();
    }

    @Override
    public boolean mayAttach(SubjectRef subject, Actor actor) {
        return false;
    }
}
