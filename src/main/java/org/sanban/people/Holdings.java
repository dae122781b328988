package org.sanban.people;

import java.time.Instant;

/**
 * What a person holds in another module. Every module that lets persons hold something contributes one as a bean, so that
 * nobody leaves anything behind.
 */
public interface Holdings {

    /** How many things {@code person} holds now. */
    long countOf(long person);

    /**
     * Hands over everything {@code from} holds to {@code to}, in the present transaction.
     *
     * @param reason as it stands on record with each of them
     * @param requestId the same for a repetition of the same act, which then does nothing
     */
    void handOver(long from, long to, Actor by, String reason, String requestId, Instant at);
}
