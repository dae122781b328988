package org.sanban.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets so many requests a minute through for one link, and ten times as many from one address that names links there are not, for a whole office may
 * share one; kept in memory, by each server for itself.
 */
@Component
public class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 10_000;

    private record Count(Instant since, int times) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final int most;

    Throttle(@Value("${sanban.links.requests-a-minute:60}") int most) {
        this.most = most;
    }

    /** May this address still ask for a link? */
    public boolean letsLook(String address, Instant now) {
        Count count = counts.get("-" + address);
        return count == null || count.since().plus(WINDOW).isBefore(now) || count.times() <= 10 * most;
    }

    /** It named one that there is not. */
    public void missed(String address, Instant now) {
        count("-" + address, now);
    }

    /** One more use of this link. @param link names it among all, e.g. {@code reply-17} */
    public boolean lets(String link, Instant now) {
        return count("+" + link, now) <= most;
    }

    private int count(String of, Instant now) {
        if (counts.size() > MOST_KNOWN) {
            counts.values().removeIf(c -> c.since().plus(WINDOW).isBefore(now));
        }
        return counts.merge(of, new Count(now, 1), (old, fresh) -> old.since().plus(WINDOW).isBefore(now) ? fresh : new Count(old.since(), old.times() + 1)).times();
    }
}
