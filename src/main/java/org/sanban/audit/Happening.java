package org.sanban.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened: every module's events implement it, so the trail knows nobody and nobody can forget the trail.
 * Published through Spring's event publisher inside the transaction of the act; the trail appends it there and then.
 */
public interface Happening {

    /** What it happened to. */
    SubjectRef subject();

    /** The person who acted; 0 where the system itself did (a job). */
    long actor();

    /** The person on whose behalf the actor acted, if any. */
    default @Nullable Long onBehalfOf() {
        return null;
    }

    /** When. */
    Instant at();

    /** A stable word for what happened, e.g. {@code document.registered}; its text stands in the messages as {@code audit.what.<word>}. */
    String what();

    /** Details worth keeping, small; never secrets, passwords or restricted content. */
    default Map<String, ?> detail() {
        return Map.of();
    }

    /** Does the row that the act wrote stand on the trail itself ({@link Carried})? Then no line is written beside it. */
    default boolean carried() {
        return false;
    }
}
