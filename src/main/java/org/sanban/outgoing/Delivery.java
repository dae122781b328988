package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.CitedPapers;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingChanged;
import org.sanban.documents.IncomingKind;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Internal delivery (内部分送): what is sent within this deployment is an incoming paper there at once, and its registration the receipt. */
@Component
class Delivery {

    /** How the requests begin by which papers of this module are received. */
    private static final String REQUEST = "outgoing-line-";

    private final OutgoingRules rules;
    private final Organizations organizations;
    private final Directory directory;
    private final Actors actors;
    private final Incoming incoming;
    private final CitedPapers cited;
    private final Attachments attachments;
    private final DispatchRows rows;
    private final ApplicationEventPublisher events;

    Delivery(
            OutgoingRules rules, Organizations organizations, Directory directory, Actors actors, Incoming incoming, CitedPapers cited,
            Attachments attachments, DispatchRows rows, ApplicationEventPublisher events) {
        this.rules = rules;
        this.organizations = organizations;
        this.directory = directory;
        this.actors = actors;
        this.incoming = incoming;
        this.cited = cited;
        this.attachments = attachments;
        this.rows = rows;
        this.events = events;
    }

    /** Is the recipient a unit, or a body, of this deployment? */
    boolean isHere(@Nullable Long organization, @Nullable Long unit) {
        return unit != null || (organization != null && organizations.byId(organization).filter(o -> rules.ownBodies().contains(o.code())).isPresent());
    }

    /** @return the incoming paper, or null for a recipient outside; the same line again is the same paper */
    @Nullable Long deliver(Row row, Revision text, DispatchLine line, Instant at) {
        if (line.channel() != DispatchLine.Channel.INTERNAL) {
            return null;
        }
        Directory.Entry receiver = receiver(line.unit())
                .orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.nobody-receives", line.name()).at("lines[" + line.id() + "]")));
        Actor by = actors.of(receiver.id(), at);
        Receipt receipt = Receipt.inOrder(at, receiver.id(), Receipt.Channel.E_EXCHANGE);
        long paper = incoming.receive(receipt, particulars(row, text, line), by, at, REQUEST + line.id());
        copyFiles(text, new SubjectRef(IncomingKind.KIND, paper), by, at, line.id());
        return paper;
    }

    /** What was delivered here is told, and stopped where it is still under way. */
    void recall(DispatchLine line, String reason, Actor by, Instant at) {
        if (line.incoming() != null) {
            incoming.recalled(line.incoming(), reason, by, at, REQUEST + line.id() + "-recalled");
        }
    }

    /** In a unit its own clerk, else its head, else anybody who works there; for a body the registry. */
    private Optional<Directory.Entry> receiver(@Nullable Long unit) {
        if (unit == null) {
            return directory.holding("RECEIVER", 0).stream().findFirst();
        }
        List<Directory.Entry> members = directory.membersOf(unit);
        return members.stream().filter(m -> m.roles().contains("RECEIVER")).findFirst()
                .or(() -> directory.headOf(unit).filter(h -> members.stream().anyMatch(m -> m.id() == h.id())))
                .or(() -> members.stream().findFirst());
    }

    private Particulars particulars(Row row, Revision text, DispatchLine line) {
        Draft d = text.draft();
        String answers = d.answersIncoming() == null ? null : cited.of(d.answersIncoming()).map(CitedPapers.Cited::number).filter(n -> !n.isBlank()).orElse(null);
        String sender = d.issuer() == null ? "" : organizations.byId(d.issuer()).map(Organizations.Organization::name).orElse("");
        return new Particulars(
                d.issuer(), sender, row.number(), d.title(), d.docType(), d.direction(), row.signedOn(), d.urgency(), d.secrecy(), d.openness(),
                d.opennessReason().isEmpty() ? null : d.opennessReason(), Math.max(1, line.copies()), null, names(d.mainRecipients()), names(d.ccRecipients()),
                d.signers(), null, null, null, List.of(), null, d.medium(), d.body(), answers, null, null);
    }

    private static List<String> names(List<Draft.Recipient> recipients) {
        return recipients.stream().map(Draft.Recipient::name).toList();
    }

    private void copyFiles(Revision text, SubjectRef paper, Actor by, Instant at, long line) {
        for (Elements.File file : text.files()) {
            Attachment known = attachments.one(file.id());
            attachments.add(paper, new Upload(known.name(), attachments.open(known), Attachment.Copy.ATTACHMENT), by, at,
                    REQUEST + line + "-" + file.id());
        }
    }

    /** Registration there is the receipt here. */
    @EventListener
    void on(IncomingChanged changed) {
        String request = changed.receivedBy();
        if (request == null || !request.startsWith(REQUEST)) {
            return;
        }
        String number = String.valueOf(changed.detail().get("number"));
        rows.registered(changed.subject().id(), number, changed.at()).ifPresent(document -> events.publishEvent(new OutgoingChanged(
                OutgoingKind.ref(document), "outgoing.acknowledged", changed.actor(), changed.at(), Map.of("by", number))));
    }
}
