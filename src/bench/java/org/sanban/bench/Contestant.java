package org.sanban.bench;

import java.util.List;

/**
 * One way of doing the same work: a paper drafted, reviewed, countersigned by three units at once, approved, signed, proofread,
 * sealed, dispatched and filed, with assignees, due dates and a full history. Each step is one commit.
 */
interface Contestant extends AutoCloseable {

    /** @param key the step; two open at once have the same */
    record Open(Object task, String key, Object paper) {}

    String name();

    /** Starts a paper; its draft lies before its drafter. */
    Object start(long no);

    List<Open> open(Object paper);

    /** Finishes one step with an opinion. {@code back} returns an approval to the draft. */
    void finish(Open open, boolean back);

    @Override
    default void close() {}
}
