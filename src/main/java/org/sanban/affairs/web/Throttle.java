package org.sanban.affairs.web;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets an address through so many times a minute, so that nobody tries out links. In the memory of this server alone. */
@Component("ratingThrottle")
class Throttle {

    private static final int A_MINUTE = 20;
    private static final int MOST = 10_000;

    private record Minute(long minute, int count) {}

    private final ConcurrentHashMap<String, Minute> seen = new ConcurrentHashMap<>();

    boolean lets(String address, Instant at) {
        long minute = at.getEpochSecond() / 60;
        if (seen.size() > MOST) {
            seen.values().removeIf(m -> m.minute() < minute);
        }
        return seen.merge(address, new Minute(minute, 1), (was, one) -> was.minute() == minute ? new Minute(minute, was.count() + 1) : one).count() <= A_MINUTE;
    }
}
