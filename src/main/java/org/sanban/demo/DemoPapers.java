package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingNumbers;
import org.sanban.documents.Receipt;
import org.sanban.documents.Reply;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Papers under way in the demo office, each brought to its step by the persons who would do it, in the working hours before
 * the first start. Loads once, into an office without papers.
 */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(30)
class DemoPapers implements ApplicationRunner {

    private static final String REGISTRY = "S008";
    private static final String CLERK = "S007";

    private final Incoming incoming;
    private final IncomingNumbers numbers;
    private final Paper paper;
    private final Play play;
    private final DemoShelf shelf;
    private final Courses courses;
    private final Clock clock;
    private final ZoneId zone;

    DemoPapers(
            Incoming incoming, IncomingNumbers numbers, Paper paper, Play play, DemoShelf shelf, Courses courses, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.incoming = incoming;
        this.numbers = numbers;
        this.paper = paper;
        this.play = play;
        this.shelf = shelf;
        this.courses = courses;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        int year = now.atZone(zone).getYear();
        int last = SampleFiles.tree("doc_series.yaml").get("incoming_series").get("next").asInt() - 1;
        if (numbers.last(year) >= last) {
            return;
        }
        numbers.continueAfter(year, last, "此前的收文登记在纸质登记簿上", Actor.SYSTEM, now);
        SampleFiles.tree("papers.yaml").get("papers").forEach(one -> bring(one, now));
    }

    private void bring(JsonNode one, Instant now) {
        Courses.Course course = courses.start(one.get("days").asInt(), now);
        LocalDate issued = course.at().atZone(zone).toLocalDate().minusDays(1);
        SubjectRef subject = paper.receive(one, Paper.text(one, "number"), Paper.text(one, "type"), issued, REGISTRY, Receipt.Channel.E_EXCHANGE, course.at());
        String until = Paper.text(one, "until");
        if (until.equals("register")) {
            return;
        }
        boolean urgent = Paper.text(one, "urgency").equals("URGENT");
        paper.register(subject, urgent ? "express" : "registered", REGISTRY, course.later(8));
        if (until.equals("review")) {
            return;
        }
        boolean action = Paper.text(one, "kind").equals("FOR_ACTION");
        if (!urgent) {
            paper.pass(subject, CLERK, action ? "for-action" : "for-information", course.later(35));
        }
        if (!until.equals("propose")) {
            if (action) {
                instruct(one, subject, until, course);
            } else {
                circulate(one, subject, until, course);
            }
        }
    }

    private void instruct(JsonNode one, SubjectRef subject, String until, Courses.Course course) {
        List<String> leaders = Paper.texts(one, "leaders");
        play.finish(subject, CLERK, "instruct", Paper.text(one, "propose"), null, course.later(40), play.persons(leaders));
        if (until.equals("instruct")) {
            return;
        }
        for (String leader : leaders) {
            boolean first = leader.equals(leaders.getFirst());
            play.finish(subject, leader, "assign", first ? Paper.text(one, "instruct") : "同意。", null, course.later(55));
        }
        if (until.equals("assign")) {
            return;
        }
        String lead = Paper.text(one, "lead");
        play.finish(subject, REGISTRY, "handle", null, null, course.later(10), play.units(lead, Paper.texts(one, "support")));
        handle(one, subject, until, course);
    }

    private void handle(JsonNode one, SubjectRef subject, String until, Courses.Course course) {
        String head = switch (Paper.text(one, "lead")) {
            case "MSS" -> "S017";
            case "MSI" -> "S019";
            case "MSQ" -> "S022";
            default -> "S021";
        };
        if (!Paper.text(one, "handdown").isEmpty()) {
            Instant at = course.later(25);
            play.act(subject, new Act.HandDown(play.mainTask(subject, head, at), play.person(Paper.text(one, "handdown")), Paper.text(one, "instruction"), null), play.actor(head, at), at);
        }
        if (!Paper.text(one, "suspend").isEmpty()) {
            Instant at = course.later(60);
            play.act(subject, new Act.Suspend(Act.StopReason.SENDER_COMPLETES, Paper.text(one, "suspend")), play.actor(CLERK, at), at);
        }
        if (until.equals("stored")) {
            Instant at = course.later(400);
            incoming.reply(subject.id(), new Reply(Reply.Form.PHONE, at.atZone(zone).toLocalDate(), Paper.text(one, "result"), null, null, play.person(head), at), play.actor(head, at));
            play.finish(subject, head, "done", Paper.text(one, "result"), null, at);
            shelf.store(subject, head, course::later);
        }
    }

    private void circulate(JsonNode one, SubjectRef subject, String until, Courses.Course course) {
        Instant at = course.later(20);
        List<List<Long>> groups = Paper.texts(one, "readers").stream().map(code -> List.of(play.person(code))).toList();
        play.act(subject, new Act.Circulate(groups, null), play.actor(CLERK, at), at);
        List<String> readers = Paper.texts(one, "readers");
        List<String> done = until.equals("transfer") ? readers : readers.subList(0, 2);
        done.forEach(reader -> play.answer(subject, reader, "READ", "已阅。", course.later(50)));
        if (until.equals("transfer")) {
            play.finish(subject, CLERK, "read", null, null, course.later(15));
        }
    }
}
