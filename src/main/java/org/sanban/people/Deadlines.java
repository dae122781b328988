package org.sanban.people;

import java.time.Instant;
import java.util.List;
import org.sanban.audit.SubjectRef;

/** Limits that fall into a period; contributed as a bean by every module that sets some. */
public interface Deadlines {

    /** Open work of {@code person} that is due from {@code from} (included) until {@code until} (excluded), earliest first. */
    List<Due> between(long person, Instant from, Instant until);

    /**
     * @param title as shown to the person who holds it
     * @param step what is to be done, as shown
     * @param href the page of the subject
     */
    record Due(SubjectRef subject, String title, String step, Instant dueAt, String href) {}
}
