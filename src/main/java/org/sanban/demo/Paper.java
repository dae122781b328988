package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Assignment;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.LawTest;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.Review;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lays a sample paper before the office as the registry would: received, registered, reviewed. */
@Component
class Paper {

    private static final Map<String, UrgencyMark> URGENCY =
            Map.of("NONE", UrgencyMark.NONE, "加急", UrgencyMark.FAST, "特急", UrgencyMark.URGENT, "FAST", UrgencyMark.FAST, "URGENT", UrgencyMark.URGENT);

    private final Incoming incoming;
    private final Organizations organizations;
    private final Play play;

    Paper(Incoming incoming, Organizations organizations, Play play) {
        this.incoming = incoming;
        this.organizations = organizations;
        this.play = play;
    }

    static String text(JsonNode paper, String field) {
        return paper.path(field).asString("");
    }

    static List<String> texts(JsonNode paper, String field) {
        return StreamSupport.stream(paper.path(field).spliterator(), false).map(n -> n.asString()).toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** Receives it (签收). @return the subject */
    SubjectRef receive(JsonNode paper, String number, String type, LocalDate issued, String receiver, Receipt.Channel channel, Instant at) {
        Organizations.Organization sender = organizations.byCode(text(paper, "sender").isEmpty() ? text(paper, "sender_org") : text(paper, "sender")).orElseThrow();
        Particulars particulars = new Particulars(
                sender.id(), sender.name(), number, text(paper, "title"), DocType.valueOf(type),
                orNull(text(paper, "direction")) == null ? Direction.UP : Direction.valueOf(text(paper, "direction")), issued,
                URGENCY.getOrDefault(text(paper, "urgency"), UrgencyMark.NONE), Clearance.NONE,
                Optional.ofNullable(orNull(text(paper, "openness"))).map(Openness::valueOf).orElse(Openness.NOT_OPEN),
                Optional.ofNullable(orNull(text(paper, "openness_reason"))).orElse("上级机关来文或内部往来"),
                paper.path("copies").asInt(2), paper.path("pages").asInt(3), names(paper, "main_recipients"), names(paper, "cc_recipients"),
                texts(paper, "signer_names"), Optional.ofNullable(orNull(text(paper.path("contact"), "name"))).orElse("办公室"),
                Optional.ofNullable(orNull(text(paper.path("contact"), "phone"))).orElse("000-0000-7000"),
                Particulars.Kind.valueOf(text(paper, "kind")), List.of(), null,
                text(paper, "medium").isEmpty() ? Medium.PAPER : Medium.valueOf(text(paper, "medium")), orNull(text(paper, "body").strip()), null, null, null);
        Receipt receipt = Receipt.inOrder(at, play.person(receiver), channel);
        return new SubjectRef("incoming", incoming.receive(receipt, particulars, play.actor(receiver, at), at, UUID.randomUUID().toString()));
    }

    private List<String> names(JsonNode paper, String field) {
        return texts(paper, field).stream().map(code -> organizations.byCode(code).map(Organizations.Organization::name).orElse(code)).toList();
    }

    void register(SubjectRef paper, String way, String who, Instant at) {
        play.finish(paper, who, way, null, null, at);
    }

    /** Passes first review with every test answered. */
    void pass(SubjectRef paper, String who, String way, Instant at) {
        Map<LawTest, Boolean> all = new java.util.EnumMap<>(LawTest.class);
        for (LawTest test : LawTest.values()) {
            all.put(test, true);
        }
        incoming.review(paper.id(), new Review(all, List.of(), null, play.person(who), at), play.actor(who, at));
        play.finish(paper, who, way, null, null, at);
    }

    /** Names the bodies outside that are asked. */
    void ask(SubjectRef paper, @Nullable String lead, List<String> support, String who, Instant at) {
        Long id = lead == null ? null : organizations.byCode(lead).orElseThrow().id();
        List<Long> others = support.stream().map(code -> organizations.byCode(code).orElseThrow().id()).toList();
        incoming.assign(paper.id(), new Assignment(id, others, Assignment.Product.OPINION, null, play.person(who), at), play.actor(who, at));
    }
}
