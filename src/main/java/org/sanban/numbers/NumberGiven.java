package org.sanban.numbers;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** A number was given (编号), at once or out of a reservation. It happened to what bears the number; else to the line itself. */
public record NumberGiven(NumberLine line, long actor, Instant at) implements Happening {

    @Override
    public SubjectRef subject() {
        return line.subject() == null ? line.ref() : line.subject();
    }

    @Override
    public String what() {
        return "number.given";
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("number", line.text(), "line", line.id());
    }
}
