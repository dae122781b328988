package org.sanban.audit;

import org.jspecify.annotations.Nullable;

/**
 * The first place where the trail is broken.
 *
 * @param subject whose chain it is; null where a seal itself is broken
 * @param seq the link in the chain, or the number of the seal
 */
public record Finding(What what, @Nullable SubjectRef subject, long seq) {

    /** What is wrong; its text stands in the messages as {@code audit.finding.<NAME>}. */
    public enum What {
        /** A line does not say what it said when it was written. */
        ALTERED,
        /** A line is gone. */
        MISSING,
        /** A line was put in that the trail never wrote. */
        INSERTED,
        /** Lines stand in another order than they were written in. */
        REORDERED,
        /** The whole chain of a subject is gone. */
        CHAIN_MISSING,
        /** A seal is gone, or the seal of a chain that was sealed. */
        SEAL_MISSING,
        /** A seal or what lies under it was altered. */
        SEAL_ALTERED
    }
}
