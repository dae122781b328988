package org.sanban.files;

import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;

/**
 * Who may read the files of a subject and who may add to them. A bean for each kind, contributed by the module that owns it;
 * a kind without a door is closed to everyone.
 */
public interface SubjectDoor {

    /** The kind of subject it speaks for, see {@link SubjectRef#kind}. */
    String kind();

    boolean mayRead(SubjectRef subject, Actor actor);

    boolean mayAttach(SubjectRef subject, Actor actor);
}
