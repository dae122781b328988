package org.sanban.workflow;

import java.time.Instant;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a subject has gone through and where it stands: for its page, its sheet and the API. */
@Service
public class Course {

    private final CourseRows rows;
    private final CourseWords words;
    private final StepLine line;
    private final Sight sight;
    private final Procedures procedures;

    Course(CourseRows rows, CourseWords words, StepLine line, Sight sight, Procedures procedures) {
        this.rows = rows;
        this.words = words;
        this.line = line;
        this.sight = sight;
        this.procedures = procedures;
    }

    /** @throws NotFound when there is no such handling or the actor may not see it */
    @Transactional(readOnly = true)
    public CourseView of(SubjectRef subject, Actor by, Texts texts, Instant at) {
        Handling handling = rows.seen(subject, by, sight);
        Past past = rows.past(handling, procedures.edition(handling.procedureId));
        return new CourseView(
                subject, handling.title, handling.number, handling.counterpart, handling.urgency,
                handling.state.name(), handling.outcome, handling.startedAt, handling.closedAt,
                line.of(past, texts, at), words.now(past, texts, at), words.opinions(past, texts),
                words.history(past, texts), words.readers(past), words.errands(past, texts, at),
                words.stops(past), words.extensions(past), words.own(past, texts, at), words.waiting(past, texts, at));
    }
}
