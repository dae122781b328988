package org.sanban.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.Numbering;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a sample paper along its recorded way, step by step. */
@Component
class SampleWay {

    private static final String REVIEWER = "S007";
    private static final String NUMBERER = "S009";

    private final Outgoing outgoing;
    private final Issuing issuing;
    private final Countersigns countersigns;
    private final Numbering numbering;
    private final Organizations organizations;
    private final Directory directory;
    private final Play play;
    private final ZoneId zone;

    SampleWay(
            Outgoing outgoing, Issuing issuing, Countersigns countersigns, Numbering numbering, Organizations organizations, Directory directory, Play play,
            @Value("${sanban.zone}") ZoneId zone) {
        this.outgoing = outgoing;
        this.issuing = issuing;
        this.countersigns = countersigns;
        this.numbering = numbering;
        this.organizations = organizations;
        this.directory = directory;
        this.play = play;
        this.zone = zone;
    }

    void go(JsonNode one, @Nullable Long answers) {
        List<JsonNode> log = SampleOutgoing.log(one).toList();
        boolean voids = log.stream().anyMatch(s -> Paper.text(s, "step").equals("VOID_NUMBER"));
        Going going = new Going(one, outgoing.begin(one, voids ? List.of("ORG-ZRT") : List.of(), answers, SampleOutgoing.time(log.getFirst(), zone)));
        for (int n = 1; n < log.size(); n++) {
            String next = n + 1 < log.size() ? Paper.text(log.get(n + 1), "step") : "";
            going.take(log.get(n), next, SampleOutgoing.time(log.get(n), zone));
        }
        if (!Paper.text(log.getLast(), "step").equals("CLOSE")) {
            Instant at = SampleOutgoing.time(log.getLast(), zone).plusSeconds(86_400);
            issuing.close(going.paper, going.author, at, minutes -> at.plusSeconds(minutes * 60));
        }
    }

    /** One paper on its way. */
    private final class Going {
        private final JsonNode one;
        private final SubjectRef paper;
        private final String author;
        private final boolean minutes;

        Going(JsonNode one, SubjectRef paper) {
            this.one = one;
            this.paper = paper;
            this.author = Paper.text(one, "drafted_by");
            this.minutes = Paper.text(one, "doc_type").equals("MINUTES");
        }

        void take(JsonNode step, String next, Instant at) {
            String by = Paper.text(step, "by");
            switch (Paper.text(step, "step")) {
                case "COUNTERSIGN" -> countersign(step, at);
                case "OFFICE_REVIEW" -> review(step, by, at);
                case "SUBMIT" -> submit(by, at);
                case "SIGN" -> sign(step, by, next, at);
                case "RECHECK" -> play.finish(paper, by, "number", null, null, at);
                case "REGISTER_NO" -> number(step, by, at);
                case "VOID_NUMBER" -> voidNumber(step, by, at);
                case "DISPATCH" -> dispatch(step, by, at);
                case "CLOSE" -> issuing.close(paper, author, at, later -> at.plusSeconds(later * 60));
                default -> { }
            }
        }

        private void countersign(JsonNode step, Instant at) {
            List<String> asked = Paper.texts(step, "orgs");
            Approval.Verdict verdict = Approval.Verdict.valueOf(Paper.text(step, "result"));
            if (asked.getFirst().startsWith("ORG-")) {
                for (String code : asked) {
                    Organizations.Organization body = organizations.byCode(code).orElseThrow();
                    countersigns.record(
                            paper.id(), new Countersigns.Outside(body.id(), body.shortName() + "负责人", at.atZone(zone).toLocalDate(), verdict, null, null),
                            play.actor(author, at), at);
                }
                return;
            }
            Act.Pick[] units = asked.stream().map(code -> new Act.Pick(null, play.unit(code), Act.Part.HOLDER)).toArray(Act.Pick[]::new);
            play.finish(paper, author, "countersign", null, null, at.minusSeconds(3600 * 24), units);
            for (String code : asked) {
                String head = directory.headOf(play.unit(code)).orElseThrow().code();
                countersigns.choose(paper.id(), verdict, play.actor(head, at), at);
                play.finish(paper, head, code.equals(asked.getLast()) ? "review" : null, "同意，文字修改意见已当面说明。", null, at);
            }
        }

        private void review(JsonNode step, String by, Instant at) {
            leaveAuthor(by, at.minusSeconds(600));
            if (Paper.text(step, "result").equals("RETURN")) {
                play.sendBack(paper, by, "draft", Paper.text(step, "note"), at);
            } else if (!minutes && !urgent()) {
                play.finish(paper, by, "submit", "同意。", null, at);
            }
        }

        private void leaveAuthor(String reviewer, Instant at) {
            if ("draft".equals(outgoing.paper(paper, author, at).step())) {
                Act.Pick[] picks = minutes ? play.persons(List.of(reviewer)) : new Act.Pick[0];
                play.finish(paper, author, minutes ? "minutes" : "review", null, null, at, picks);
            }
        }

        private boolean urgent() {
            return SampleOutgoing.log(one).noneMatch(s -> Paper.text(s, "step").equals("SUBMIT"));
        }

        private void submit(String by, Instant at) {
            play.finish(paper, by, minutes ? "minutes" : "sign", null, null, at, play.persons(List.of(signer())));
        }

        private String signer() {
            return SampleOutgoing.log(one).filter(s -> Paper.text(s, "step").equals("SIGN")).map(s -> Paper.text(s, "by")).findFirst().orElseThrow();
        }

        private void sign(JsonNode step, String by, String next, Instant at) {
            if ("review".equals(outgoing.paper(paper, author, at).step())) {
                play.finish(paper, REVIEWER, "express", "急件，请即签发。", null, at.minusSeconds(600), play.persons(List.of(by)));
            }
            issuing.sign(paper, by, Paper.text(step, "note"), next.equals("RECHECK") ? "recheck" : "number", at);
        }

        private void number(JsonNode step, String by, Instant at) {
            boolean wired = Paper.text(one, "medium").equals("TELEGRAM_PLAIN");
            play.finish(paper, by, wired ? "duty" : "typeset", null, null, at, wired ? play.persons(List.of("S024")) : new Act.Pick[0]);
            String given = outgoing.paper(paper, author, at).number();
            if (!Paper.text(step, "value").equals(given)) {
                throw new IllegalStateException(given + " is not " + step.get("value"));
            }
        }

        /** The number is voided, the paper goes back to its author, who completes it, and comes to the signature again. */
        private void voidNumber(JsonNode step, String approver, Instant at) {
            numbering.voidNumber(paper.id(), Paper.text(step, "note"), play.person(approver), play.actor(NUMBERER, at), at);
            play.sendBack(paper, NUMBERER, "number", Paper.text(step, "note"), at);
            play.sendBack(paper, NUMBERER, "draft", Paper.text(step, "note"), at.plusSeconds(60));
            Instant later = at.plusSeconds(1200);
            var standing = outgoing.paper(paper, author, later).draft();
            outgoing.write(paper, author, outgoing.draft(one, List.of(), null, standing.attachments()), later);
            play.finish(paper, author, "review", "已补充主送省自然资源厅。", null, later);
            play.finish(paper, REVIEWER, "submit", "同意。", null, later.plusSeconds(600));
            play.finish(paper, REVIEWER, "sign", null, null, later.plusSeconds(900), play.persons(List.of(signer())));
        }

        private void dispatch(JsonNode step, String by, Instant at) {
            int copies = step.get("copies").asInt();
            if ("typeset".equals(outgoing.paper(paper, NUMBERER, at).step())) {
                long[] passed = {0};
                Instant begins = at.minusSeconds(6600);
                issuing.proofread(paper, author, true, minutes -> begins.plusSeconds((passed[0] += minutes) * 60));
                issuing.seal(paper, copies, signer(), at.minusSeconds(900));
            }
            boolean open = Paper.text(one, "openness").equals("PROACTIVE") && !urgent();
            issuing.lines(paper, by, copies, false, at);
            issuing.send(paper, by, open ? "publish" : Paper.text(one, "openness").equals("ON_REQUEST") ? "close-on-request" : "close", at);
        }
    }
}
