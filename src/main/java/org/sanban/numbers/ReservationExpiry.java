package org.sanban.numbers;

import java.time.Duration;
import java.time.Instant;
import org.sanban.audit.RecurringJob;
import org.springframework.stereotype.Component;

/** Voids reservations that ran out, each by itself, so that one that fails does not hold up the others; then it fails for that one. */
@Component
class ReservationExpiry implements RecurringJob {

    private final Reservations reservations;

    ReservationExpiry(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public String name() {
        return "numbers.expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run(Instant at) {
        RuntimeException failed = null;
        for (long line : reservations.ranOut(at)) {
            try {
                reservations.expire(line, at);
            } catch (RuntimeException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
