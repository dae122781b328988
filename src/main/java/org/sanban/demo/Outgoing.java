package org.sanban.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Drafts an outgoing paper of the sample office as its author would: the text, then its attachments. */
@Component
class Outgoing {

    private static final Map<String, UrgencyMark> URGENCY = Map.of("加急", UrgencyMark.FAST, "特急", UrgencyMark.URGENT);
    private static final String WINDOW = "demo-window-of-the-author";

    private final Drafts drafts;
    private final OutgoingReading reading;
    private final Attachments attachments;
    private final Organizations organizations;
    private final Play play;

    Outgoing(Drafts drafts, OutgoingReading reading, Attachments attachments, Organizations organizations, Play play) {
        this.drafts = drafts;
        this.reading = reading;
        this.attachments = attachments;
        this.organizations = organizations;
        this.play = play;
    }

    /** @param left out of the main recipients at first; {@code answers}: the incoming paper that it answers */
    SubjectRef begin(JsonNode one, List<String> left, @Nullable Long answers, Instant at) {
        String author = Paper.text(one, "drafted_by");
        Draft draft = draft(one, left, answers, List.of());
        long id = drafts.begin(draft, play.actor(author, at), at, UUID.randomUUID().toString());
        SubjectRef subject = new SubjectRef("outgoing", id);
        List<Draft.Annex> attached = new ArrayList<>();
        draft.attachments().forEach(annex -> attached.add(new Draft.Annex(annex.no(), annex.title(), file(subject, annex, author, at))));
        if (!attached.isEmpty()) {
            write(subject, author, draft(one, left, answers, attached), at);
        }
        return subject;
    }

    /** Writes the text anew, as whoever holds it. */
    void write(SubjectRef subject, String who, Draft draft, Instant at) {
        drafts.save(subject.id(), paper(subject, who, at).version(), WINDOW, draft, play.actor(who, at), at);
    }

    OutgoingPaper paper(SubjectRef subject, String who, Instant at) {
        return reading.one(subject.id(), null, play.actor(who, at), at);
    }

    private long file(SubjectRef subject, Draft.Annex annex, String author, Instant at) {
        byte[] text = (annex.title() + "\n（演示用附件，内容从略。" + subject.id() + "-" + annex.no() + "）\n").getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload(annex.title() + ".txt", new ByteArrayInputStream(text), Attachment.Copy.ATTACHMENT);
        return attachments.add(subject, upload, play.actor(author, at), at, UUID.randomUUID().toString()).id();
    }

    Draft draft(JsonNode one, List<String> left, @Nullable Long answers, List<Draft.Annex> attached) {
        DocType type = DocType.valueOf(Paper.text(one, "doc_type"));
        Organizations.Organization issuer = organizations.byCode(Paper.text(one, "issuer_org")).orElseThrow();
        List<Draft.Annex> annexes = new ArrayList<>(attached);
        if (attached.isEmpty()) {
            one.path("attachments").forEach(a -> annexes.add(new Draft.Annex(a.get("no").asInt(), a.get("title").asString(), null)));
        }
        return new Draft(
                type, Direction.valueOf(Paper.text(one, "direction")), medium(one), issuer.id(), List.of(), Paper.text(one, "title"),
                main(one, left), recipients(Paper.texts(one, "cc_recipients")), Paper.text(one, "body").strip(), annexes,
                type == DocType.MINUTES ? List.of() : List.of(issuer.name()), Paper.texts(one, "signer_names"), Paper.text(one, "annotation"),
                Openness.valueOf(Paper.text(one, "openness")), Paper.text(one, "openness_reason"),
                URGENCY.getOrDefault(Paper.text(one, "urgency"), UrgencyMark.NONE), Clearance.NONE, one.path("is_normative").asBoolean(false), false, null,
                answers, null, false, false, false, one.path("basis").asString("省政府工作安排"), null, copies(one), checked());
    }

    static Draft with(Draft d, String body) {
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), body,
                d.attachments(), d.signatureNames(), d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), d.normative(),
                d.important(), d.onBehalfOf(), d.answersIncoming(), d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents(),
                d.basis(), d.neededBy(), d.copies(), d.firstCheck());
    }

    private List<Draft.Recipient> main(JsonNode one, List<String> left) {
        String collective = Paper.text(one, "main_recipients_text");
        return collective.isEmpty()
                ? recipients(Paper.texts(one, "main_recipients").stream().filter(code -> !left.contains(code)).toList())
                : java.util.Arrays.stream(collective.split("，")).map(Draft.Recipient::of).toList();
    }

    private List<Draft.Recipient> recipients(List<String> codes) {
        return codes.stream().map(code -> organizations.byCode(code).orElseThrow()).map(o -> new Draft.Recipient(o.name(), o.id(), null)).toList();
    }

    private static Medium medium(JsonNode one) {
        return Paper.text(one, "medium").isEmpty() ? Medium.PAPER : Medium.valueOf(Paper.text(one, "medium"));
    }

    private static @Nullable Integer copies(JsonNode one) {
        if (one.has("copies")) {
            return one.get("copies").asInt();
        }
        return one.has("stage_log") ? SampleOutgoing.log(one).filter(s -> s.has("copies")).map(s -> s.get("copies").asInt()).findFirst().orElse(null) : null;
    }

    private static Map<String, Boolean> checked() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        List.of("needed", "basis", "secrecy", "type", "facts").forEach(question -> answers.put(question, true));
        return answers;
    }
}
