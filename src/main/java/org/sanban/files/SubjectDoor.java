package org.sanban.files;

import java.util.Set;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;

/**
 * Who may read the files of a subject and who may add to them. A bean contributed by the module that knows the kinds;
 * a kind without a door is closed to everyone.
 */
public interface SubjectDoor {

    /** The kinds of subject it speaks for, see {@link SubjectRef#kind}. */
    Set<String> kinds();

    boolean mayRead(SubjectRef subject, Actor actor);

    boolean mayAttach(SubjectRef subject, Actor actor);
}
