package org.sanban.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.meetings.outcome.Minutes;
import org.sanban.meetings.outcome.Press;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.OutgoingReading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the sample office does after a meeting: decisions, minutes, press, closing, archive. */
@Component
class MeetingAfterwards {

    private static final String SCRIBE = "S013";
    private static final String PRESS = "S025";

    private final Decisions decisions;
    private final Minutes minutes;
    private final Press press;
    private final SampleMeetings samples;
    private final Outgoing outgoing;
    private final OutgoingReading reading;
    private final Issuing issuing;
    private final DemoShelf shelf;
    private final Play play;

    MeetingAfterwards(
            Decisions decisions, Minutes minutes, Press press, SampleMeetings samples, Outgoing outgoing, OutgoingReading reading, Issuing issuing, DemoShelf shelf, Play play) {
        this.decisions = decisions;
        this.minutes = minutes;
        this.press = press;
        this.samples = samples;
        this.outgoing = outgoing;
        this.reading = reading;
        this.issuing = issuing;
        this.shelf = shelf;
        this.play = play;
    }

    void decide(JsonNode one, long id, String who, Instant at) {
        for (JsonNode d : one.get("decisions")) {
            String due = Paper.text(d, "due_at");
            Instant until = samples.time(due.length() == 10 ? due + "T23:59" : due);
            decisions.add(id, new Decision.Entry(
                    Paper.text(d, "text"), null, samples.body(Paper.text(d, "lead")), Paper.texts(d, "support").stream().map(samples::body).toList(),
                    until.isBefore(samples.on(one, "start")) ? samples.on(one, "end").plusSeconds(86_400) : until, null), play.actor(who, at), at);
        }
        play.finish(MeetingKind.ref(id), who, "held", null, null, at);
    }

    /** From the record to the archive, at the times of the sample. */
    void finish(JsonNode one, long id, String who, boolean stored) {
        SubjectRef ref = MeetingKind.ref(id);
        Instant end = samples.on(one, "end");
        boolean paper = one.has("minutes_submission");
        JsonNode times = one.path("minutes_submission");
        Instant drafted = paper ? samples.time(Paper.text(times, "drafted_at")) : end.plusSeconds(3600);
        Instant at = end.plusSeconds(1200);
        if (paper) {
            play.finish(ref, who, "minutes", null, null, at, play.persons(List.of(SCRIBE)));
            long document = minutes.draft(id, null, play.actor(SCRIBE, drafted), drafted, UUID.randomUUID().toString());
            play.finish(ref, SCRIBE, "drafted", null, null, drafted, play.persons(List.of(PRESS)));
            publish(one.get("news_release"), ref, id, drafted, "minutes-review", "no-press");
            Instant issued = samples.time(Paper.text(times, "issued_at"));
            issue(new SubjectRef("outgoing", document), Paper.text(one, "chair"), drafted, samples.time(Paper.text(times, "decided_at")), issued);
            play.finish(ref, SCRIBE, "issued", null, null, issued.plusSeconds(600));
            at = issued.plusSeconds(1200);
        } else {
            play.finish(ref, who, "press", null, null, at, play.persons(List.of(PRESS)));
            publish(one.get("news_release"), ref, id, drafted, "close", "close-no-press");
            at = drafted.plusSeconds(7200);
        }
        play.finish(ref, who, "closed", null, null, at);
        if (stored) {
            Instant[] clock = {at};
            shelf.store(ref, who, minutes -> clock[0] = clock[0].plusSeconds(minutes * 60));
        }
    }

    private void publish(@Nullable JsonNode news, SubjectRef ref, long id, Instant after, String way, String without) {
        if (news == null || news.isNull()) {
            play.finish(ref, PRESS, without, "内部会议，不发新闻稿。", null, after.plusSeconds(600));
            return;
        }
        Instant submitted = samples.time(Paper.text(news, "submitted_at"));
        Instant decided = samples.time(Paper.text(news, "decided_at"));
        String approver = Paper.text(news, "approved_by");
        for (int round = 1; round <= news.get("rounds").asInt(); round++) {
            int version = press.of(id).map(Press.Release::version).orElse(0);
            press.write(id, version, Paper.text(news, "title"), "会议听取有关情况汇报，研究部署下一步工作。\n" + (round > 1 ? "会议要求，逐项落实责任单位和时限。" : ""), play.actor(PRESS, submitted), submitted);
            press.submit(id, play.actor(PRESS, submitted), submitted);
            boolean last = round == news.get("rounds").asInt();
            press.decide(id, last, last ? "" : "单位名称用规范简称，补充工作要求。", play.actor(approver, decided), decided);
        }
        Instant done = decided.isAfter(after) ? decided : after;
        play.finish(ref, PRESS, way, null, null, done.plusSeconds(300));
    }

    /** The minutes as an outgoing paper: reviewed, signed by who chaired, numbered, sent. */
    private void issue(SubjectRef paper, String chair, Instant drafted, Instant decided, Instant issued) {
        Draft d = outgoing.paper(paper, SCRIBE, drafted).draft();
        Map<String, Boolean> checked = new LinkedHashMap<>();
        reading.firstCheck().forEach(question -> checked.put(question, true));
        outgoing.write(paper, SCRIBE, new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), d.body(), d.attachments(), d.signatureNames(),
                d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(),
                d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents(), d.basis(), d.neededBy(), 30, checked), drafted);
        play.finish(paper, SCRIBE, "minutes", null, null, drafted.plusSeconds(60), play.persons(List.of("S012")));
        play.finish(paper, "S012", "minutes", "同意。", null, drafted.plusSeconds(900), play.persons(List.of(chair)));
        issuing.sign(paper, chair, "同意印发。", "recheck", decided);
        play.finish(paper, "S009", "number", null, null, decided.plusSeconds(300));
        play.finish(paper, "S009", "dispatch", "纪要不另印制。", null, decided.plusSeconds(600));
        issuing.lines(paper, "S009", 30, true, issued.minusSeconds(300));
        issuing.send(paper, "S009", "close", issued);
        Instant[] clock = {issued.plusSeconds(600)};
        issuing.close(paper, SCRIBE, clock[0], minutes -> clock[0] = clock[0].plusSeconds(minutes * 60));
    }
}
