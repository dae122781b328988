package org.sanban.workflow.web;

import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;

/** Subjects as they come in a request. */
final class Subjects {

    private Subjects() {}

    /** @throws NotFound when {@code text} is no reference */
    static SubjectRef read(String text) {
        try {
            return SubjectRef.of(text);
        } catch (IllegalArgumentException unreadable) {
            throw new NotFound();
        }
    }
}
