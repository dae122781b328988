package org.sanban.meetings;

import java.util.List;
import java.util.function.BiFunction;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;

/** A gate that keeps the meeting from changing while it looks, and until the step is done. */
public record MeetingGate(String code, MeetingRows rows, BiFunction<Meeting, Attempt, List<Objection>> looks) implements Gate {

    @Override
    public List<Objection> objections(Attempt attempt) {
        return looks.apply(rows.lock(attempt.subject().id()), attempt);
    }
}
