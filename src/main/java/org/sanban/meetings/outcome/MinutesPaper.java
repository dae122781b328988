package org.sanban.meetings.outcome;

import java.time.Instant;
import java.util.Set;
import org.sanban.audit.SubjectRef;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.springframework.stereotype.Component;

/** The outgoing paper that the minutes are. */
@Component
class MinutesPaper {

    /** While the paper stands at one of these, its text is being written and judged. */
    private static final Set<String> WRITTEN = Set.of("draft", "review", "chief", "deputy", "countersign", "legal", "submit");

    private final OutgoingReading reading;
    private final Handlings handlings;

    MinutesPaper(OutgoingReading reading, Handlings handlings) {
        this.reading = reading;
        this.handlings = handlings;
    }

    OutgoingPaper of(long paper, Instant at) {
        return reading.one(paper, null, Actor.SYSTEM, at);
    }

    boolean stillWritten(long paper) {
        String step = handlings.stepOf(new SubjectRef(OutgoingKind.KIND, paper));
        return step != null && WRITTEN.contains(step);
    }
}
