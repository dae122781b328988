package org.sanban.numbers;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** A number was set aside (预留). */
public record NumberReserved(NumberLine line, long actor, Instant at) implements Happening {

    @Override
    public SubjectRef subject() {
        return line.ref();
    }

    @Override
    public String what() {
        return "number.reserved";
    }

    @Override
    public Map<String, ?> detail() {
        NumberLine.Reservation held = Objects.requireNonNull(line.reservation());
        return Map.of("number", line.text(), "reason", held.reason(), "owner", held.owner(), "until", held.until().toString());
    }
}
