package org.sanban.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A decision of a meeting (议定事项) was handed over: published in the transaction that did it, once a decision. From it the module that
 * follows things up makes a matter of its own.
 *
 * @param subject the meeting
 * @param decision its id for ever; {@code no} its number in the minutes
 * @param text word by word as it is printed in the minutes, without lead, support and day
 * @param lead who leads (牵头); a body outside, a unit of this office, or both unknown and only its name
 * @param support who supports (配合), may be empty
 * @param meeting title of the meeting; {@code minutes} number of the minutes, null where none were issued
 * @param ownerUnit the unit that ran the meeting
 */
public record DecisionAssigned(
        SubjectRef subject, long decision, int no, String text, Body lead, List<Body> support, Instant due, String meeting,
        @Nullable String minutes, long ownerUnit, long actor, Instant at) implements Happening {

    @Override
    public String what() {
        return "meeting.decision-assigned";
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("decision", decision, "no", no, "text", text, "lead", lead.name(), "due", due.toString());
    }
}
