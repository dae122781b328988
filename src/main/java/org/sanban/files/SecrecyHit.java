package org.sanban.files;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A mark of classification was met at the door, and what bore it was turned away. Holds nothing of the text.
 *
 * @param place the form field, or the part of the file
 */
public record SecrecyHit(SubjectRef subject, long actor, Instant at, String place, StateSecret grade) implements Happening {

    @Override
    public String what() {
        return "secrecy.refused";
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("place", place, "grade", grade.name());
    }
}
