package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.OutgoingList;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Drafts under way in the demo office, one at each desk on the way: with its author, countersigned, reviewed, signed, proofread, dispatched. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(35)
class DemoDesks implements ApplicationRunner {

    private static final String REVIEWER = "S007";
    private static final List<String> WAY = List.of("draft", "countersign", "review", "corrected", "sign", "number", "proofread", "dispatch");

    private final Outgoing outgoing;
    private final Issuing issuing;
    private final Countersigns countersigns;
    private final OutgoingList list;
    private final Courses courses;
    private final Play play;
    private final Clock clock;

    DemoDesks(
            Outgoing outgoing, Issuing issuing, Countersigns countersigns, OutgoingList list, Courses courses, Play play, Clock clock) {
        this.outgoing = outgoing;
        this.issuing = issuing;
        this.countersigns = countersigns;
        this.list = list;
        this.courses = courses;
        this.play = play;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        JsonNode drafts = SampleFiles.tree("drafts.yaml").get("drafts");
        OutgoingList.Filter first = new OutgoingList.Filter(null, Paper.text(drafts.get(0), "title"), null, null, null, null, null, null);
        if (list.page(first, null, 1, Actor.SYSTEM).isEmpty()) {
            drafts.forEach(one -> bring(one, courses.start(one.get("days").asInt(), now)));
        }
    }

    private void bring(JsonNode one, Courses.Course course) {
        String author = Paper.text(one, "drafted_by");
        int until = WAY.indexOf(Paper.text(one, "until"));
        SubjectRef paper = outgoing.begin(one, List.of(), null, course.at());
        if (until >= WAY.indexOf("countersign")) {
            countersign(one, paper, author, until == WAY.indexOf("countersign"), course);
        }
        if (until == WAY.indexOf("corrected")) {
            correct(one, paper, author, course);
        } else if (until >= WAY.indexOf("sign")) {
            play.finish(paper, REVIEWER, "submit", "同意。", null, course.later(60));
            play.finish(paper, REVIEWER, "sign", null, null, course.later(10), play.persons(List.of(Paper.text(one, "signer"))));
            issue(one, paper, author, until, course);
        }
    }

    /** Units are asked where the sample names some; the first has answered when the others are waited for. */
    private void countersign(JsonNode one, SubjectRef paper, String author, boolean waits, Courses.Course course) {
        List<String> units = Paper.texts(one, "units");
        if (units.isEmpty()) {
            play.finish(paper, author, "review", null, null, course.later(90));
            return;
        }
        Act.Pick[] picks = units.stream().map(code -> new Act.Pick(null, play.unit(code), Act.Part.HOLDER)).toArray(Act.Pick[]::new);
        play.finish(paper, author, "countersign", null, null, course.later(90), picks);
        List<String> heads = Paper.texts(one, "heads");
        for (String head : waits ? heads.subList(0, 1) : heads) {
            Instant at = course.later(45);
            countersigns.choose(paper.id(), Approval.Verdict.AGREE, play.actor(head, at), at);
            play.finish(paper, head, head.equals(heads.getLast()) ? "review" : null, "同意。", null, at);
        }
    }

    /** The reviewer corrects in the text and sends it back: each correction waits for the author's answer. */
    private void correct(JsonNode one, SubjectRef paper, String author, Courses.Course course) {
        Instant at = course.later(60);
        play.open(paper, REVIEWER, at);
        Draft draft = outgoing.paper(paper, REVIEWER, at).draft();
        String body = draft.body();
        for (JsonNode pair : one.get("corrections")) {
            body = body.replace(Paper.text(pair, "was"), Paper.text(pair, "is"));
        }
        outgoing.write(paper, REVIEWER, Outgoing.with(draft, body), at);
        play.sendBack(paper, REVIEWER, "draft", Paper.text(one, "note"), course.later(20));
    }

    private void issue(JsonNode one, SubjectRef paper, String author, int until, Courses.Course course) {
        if (until == WAY.indexOf("sign")) {
            return;
        }
        issuing.sign(paper, Paper.text(one, "signer"), "同意。", "recheck", course.later(60));
        play.finish(paper, "S009", "number", null, null, course.later(20));
        if (until == WAY.indexOf("number")) {
            return;
        }
        play.finish(paper, "S009", "typeset", null, null, course.later(10));
        issuing.proofread(paper, author, until > WAY.indexOf("proofread"), course::later);
        if (until == WAY.indexOf("dispatch")) {
            issuing.seal(paper, one.get("copies").asInt(), Paper.text(one, "signer"), course.later(15));
            issuing.lines(paper, "S009", one.get("copies").asInt(), false, course.later(5));
        }
    }
}
