package org.sanban.jobs;

import java.time.Instant;
import org.sanban.audit.SubjectRef;

/** A kind of single work that can be tried again from the administrators' page. A bean for each word of work. */
public interface Retryable {

    /** The word under which its failures are recorded. */
    String work();

    /** Puts it on the way again; the failure stays open until the work is done. */
    void again(SubjectRef piece, Instant at);
}
