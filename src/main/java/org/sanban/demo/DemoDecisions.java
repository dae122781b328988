package org.sanban.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.Mark;
import org.sanban.affairs.State;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/**
 * What became of the decisions of the sample meetings: those of the last month are entrusted and under way, older ones were answered, closed and
 * stored in time.
 */
@Component
class DemoDecisions {

    private static final String SUPERVISOR = "S016";
    private static final String HEAD = "S015";
    private static final Duration RECENT = Duration.ofDays(30);
    private static final String DONE = "议定事项已按要求落实，办理情况和有关材料附后。";

    private final Affairs affairs;
    private final AffairList list;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Concluding concluding;
    private final DemoShelf shelf;
    private final Play play;
    private final Courses courses;

    DemoDecisions(
            Affairs affairs, AffairList list, Entrusting entrusting, AffairReporting reporting, Concluding concluding, DemoShelf shelf, Play play, Courses courses) {
        this.affairs = affairs;
        this.list = list;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.concluding = concluding;
        this.shelf = shelf;
        this.play = play;
        this.courses = courses;
    }

    void follow(Instant now) {
        AffairList.Filter drafts = new AffairList.Filter(null, "MEETING_DECISION", State.DRAFT, null, null, Mark.OPEN, null, null);
        for (AffairList.Line line : list.page(drafts, null, 100, Actor.SYSTEM)) {
            Courses.Course course = courses.from(line.createdAt(), now);
            SubjectRef ref = AffairKind.ref(line.id());
            play.finish(ref, SUPERVISOR, "proposed", null, null, course.later(30));
            play.finish(ref, HEAD, "registered", "同意立项。", null, course.later(60));
            Instant at = course.later(30);
            entrusting.entrust(line.id(), null, play.actor(SUPERVISOR, at), at, "demo-decision-" + line.id());
            if (line.createdAt().isBefore(now.minus(RECENT))) {
                conclude(ref, course);
            }
        }
    }

    private void conclude(SubjectRef ref, Courses.Course course) {
        Affair affair = affairs.one(ref.id(), Actor.SYSTEM);
        Instant answered = course.later(1500);
        String handler = play.holderOf(ref, answered, SUPERVISOR);
        reporting.feedback(ref.id(), new AffairReporting.Told(DONE, affair.leadBody(), null, List.of()),
                List.of(DemoAffairs.evidence("落实情况.txt", DONE)), "协办意见已会商", play.actor(handler, answered), answered, "demo-decided-" + ref.id());
        Instant at = course.later(240);
        concluding.result(ref.id(), DONE, null, play.actor(SUPERVISOR, at), at);
        play.finish(ref, SUPERVISOR, "closed", null, null, at);
        shelf.store(ref, SUPERVISOR, course::later);
    }
}
