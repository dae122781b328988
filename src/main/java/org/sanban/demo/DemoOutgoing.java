package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.IncomingNumbers;
import org.sanban.documents.Receipt;
import org.sanban.outgoing.OutgoingList;
import org.sanban.people.Actor;
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
 * The outgoing papers of the sample office, each brought from its draft into the archive by its persons at its times, with the
 * request that one of them answers. Loads once, into an office that has issued nothing.
 */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(25)
class DemoOutgoing implements ApplicationRunner {

    private static final String ANSWERED = "D-IN-0001";

    private final IncomingNumbers numbers;
    private final OutgoingList list;
    private final Paper paper;
    private final Play play;
    private final SampleWay way;
    private final DemoShelf shelf;
    private final Clock clock;
    private final ZoneId zone;

    DemoOutgoing(
            IncomingNumbers numbers, OutgoingList list, Paper paper, Play play, SampleWay way, DemoShelf shelf, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.numbers = numbers;
        this.list = list;
        this.paper = paper;
        this.play = play;
        this.way = way;
        this.shelf = shelf;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        if (numbers.last(now.atZone(zone).getYear()) > 0 || !list.page(new OutgoingList.Filter(null, null, null, null, null, null, null, null), null, 1, Actor.SYSTEM).isEmpty()) {
            return;
        }
        for (JsonNode one : SampleOutgoing.papers(now, zone)) {
            SubjectRef answered = Paper.text(one, "in_reply_to").equals(ANSWERED) ? request(SampleOutgoing.document(ANSWERED)) : null;
            way.go(one, answered == null ? null : answered.id());
            if (answered != null) {
                answer(answered, one);
            }
        }
    }

    /** Brings the request to the division that drafts the answer. */
    private @Nullable SubjectRef request(JsonNode one) {
        Instant received = at(one, "RECEIVE");
        LocalDate issued = LocalDate.parse(Paper.text(one, "issued_on"));
        String number = Paper.text(one, "in_no");
        numbers.continueAfter(
                issued.getYear(), Integer.parseInt(number.replaceAll(".*〕", "")) - 1, "此前的收文登记在纸质登记簿上", Actor.SYSTEM, received);
        SubjectRef subject = paper.receive(one, Paper.text(one, "doc_number"), Paper.text(one, "doc_type"), issued, "S008", Receipt.Channel.E_EXCHANGE, received);
        paper.register(subject, "registered", "S008", at(one, "REGISTER"));
        paper.pass(subject, "S007", "for-action", at(one, "INITIAL_REVIEW"));
        play.finish(subject, "S007", "instruct", note(one, "PROPOSE"), null, at(one, "PROPOSE"), play.persons(java.util.List.of("L03")));
        play.finish(subject, "L03", "assign", note(one, "INSTRUCT"), null, at(one, "INSTRUCT"));
        JsonNode assigned = step(one, "ASSIGN");
        paper.ask(subject, Paper.text(assigned, "lead"), Paper.texts(assigned, "support"), "S008", at(one, "ASSIGN"));
        play.finish(subject, "S008", "handle", null, null, at(one, "ASSIGN"), play.units("MSW", java.util.List.of()));
        return subject;
    }

    /** The answer was sent and stands on the request. */
    private void answer(SubjectRef answered, JsonNode one) {
        Instant closed = SampleOutgoing.time(SampleOutgoing.log(one).toList().getLast(), zone);
        String drafter = Paper.text(one, "drafted_by");
        play.finish(answered, drafter, "done", "已批复：" + Paper.text(one, "doc_number"), null, closed.plusSeconds(300));
        shelf.store(answered, drafter, minutes -> closed.plusSeconds(300 + minutes * 60));
    }

    private static JsonNode step(JsonNode one, String step) {
        return SampleOutgoing.log(one).filter(s -> s.get("step").asString().equals(step)).findFirst().orElseThrow();
    }

    private Instant at(JsonNode one, String step) {
        return SampleOutgoing.time(step(one, step), zone);
    }

    private static String note(JsonNode one, String step) {
        return Paper.text(step(one, step), "note");
    }
}
