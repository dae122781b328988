package org.sanban.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The office's clock in tests: it stands still at Monday 2026-06-15 09:00 in Shanghai until a test moves it. */
public class TestClock extends Clock {

    private static final Instant START = OffsetDateTime.parse("2026-06-15T09:00+08:00").toInstant();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = START;

    /** Back to the start. Done before each test. */
    public void reset() {
        now = START;
    }

    public void set(Instant instant) {
        now = instant;
    }

    /** Sets the clock to a local time of the office, e.g. {@code 2026-06-19T17:29}. */
    public void set(String localDateTime) {
        now = LocalDateTime.parse(localDateTime).atZone(ZONE).toInstant();
    }

    public void forward(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
