package org.sanban.numbers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** A number was voided (作废), or a reservation ran out; it is never used again. It happened to what bore the number, else to the line. */
public record NumberVoided(NumberLine line, long actor, Instant at) implements Happening {

    @Override
    public SubjectRef subject() {
        return line.subject() == null ? line.ref() : line.subject();
    }

    @Override
    public String what() {
        return voiding().ranOut() ? "number.ran-out" : "number.voided";
    }

    @Override
    public Map<String, ?> detail() {
        Map<String, Object> detail = new HashMap<>(Map.of("number", line.text(), "line", line.id()));
        if (voiding().reason() != null) {
            detail.put("reason", voiding().reason());
            detail.put("approver", Objects.requireNonNull(voiding().approver()));
        }
        return detail;
    }

    private NumberLine.Voiding voiding() {
        return Objects.requireNonNull(line.voiding());
    }
}
