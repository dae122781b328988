package org.sanban.audit;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that is due again and again, whoever is signed in. Contributed as a bean; the scheduler (module notices) runs each
 * once in a cluster of nodes, and puts a run that failed into somebody's tray.
 */
public interface RecurringJob {

    /** Stable and unique, e.g. {@code audit.seal}; its text stands in the messages as {@code job.<name>}. */
    String name();

    /** Time from the end of one run to the start of the next. */
    Duration every();

    /** Runs once; may throw. Running it again at once must do no harm. */
    void run(Instant at);
}
