package org.sanban.affairs.web;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts how often an address came with a link that is none: after so many in a minute nobody looks any more. In the memory of this server alone. */
@Component("ratingThrottle")
class Throttle {

    private static final int A_MINUTE = 20;
    private static final int MOST = 10_000;

    private record Minute(long minute, int count) {}

    private final ConcurrentHashMap<String, Minute> seen = new ConcurrentHashMap<>();

    boolean triesOut(String address, Instant at) {
        Minute last = seen.get(address);
        return last != null && last.minute() == at.getEpochSecond() / 60 && last.count() >= A_MINUTE;
    }

    void missed(String address, Instant at) {
        long minute = at.getEpochSecond() / 60;
        if (seen.size() > MOST) {
            seen.values().removeIf(m -> m.minute() < minute);
        }
        seen.merge(address, new Minute(minute, 1), (was, one) -> was.minute() == minute ? new Minute(minute, was.count() + 1) : one);
    }
}
