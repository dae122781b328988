package org.sanban.workflow;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Keys of a table, drawn from its sequence fifty at a time. What two threads draw at once, one of them throws away. */
final class Ids {

    private static final int DRAWN = 50;

    /** From {@code next} up to and with {@code last}. */
    private record Range(AtomicLong next, long last) {}

    private final LongSupplier sequence;
    private final AtomicReference<Range> range = new AtomicReference<>(new Range(new AtomicLong(1), 0));

    /** @param sequence answers the last of the next fifty; at its very first, that one alone */
    Ids(LongSupplier sequence) {
        this.sequence = sequence;
    }

    long next() {
        while (true) {
            Range present = range.get();
            long id = present.next.getAndIncrement();
            if (id <= present.last) {
                return id;
            }
            long last = sequence.getAsLong();
            range.compareAndSet(present, new Range(new AtomicLong(Math.max(1, last - DRAWN + 1)), last));
        }
    }
}
