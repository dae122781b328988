package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.CitedPapers;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.people.WorkCalendar;
import org.sanban.routing.Bodies;
import org.sanban.routing.Body;
import org.sanban.routing.OutgoingFacts;
import org.sanban.routing.Recipient;
import org.springframework.stereotype.Component;

/** Gathers what the rules of writing look at in one paper. */
@Component
class RoutingFacts {

    private final OutgoingRules rules;
    private final SigningRights rights;
    private final ApprovalRows approvals;
    private final StandingTexts texts;
    private final Reasons reasons;
    private final CitedPapers cited;
    private final Organizations organizations;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final OutgoingCards cards;

    RoutingFacts(
            OutgoingRules rules, SigningRights rights, ApprovalRows approvals, StandingTexts texts, Reasons reasons, CitedPapers cited,
            Organizations organizations, Directory directory, WorkCalendar calendar, OutgoingCards cards) {
        this.rules = rules;
        this.rights = rights;
        this.approvals = approvals;
        this.texts = texts;
        this.reasons = reasons;
        this.cited = cited;
        this.organizations = organizations;
        this.directory = directory;
        this.calendar = calendar;
        this.cards = cards;
    }

    /** Empty while type, direction or issuer are not chosen: there is nothing to look at yet. */
    Optional<OutgoingFacts> of(Row row, Instant at) {
        Draft d = row.draft();
        Bodies bodies = new KnownBodies(organizations.all());
        Body issuer = d.issuer() == null ? null : bodies.byId(d.issuer()).orElse(null);
        if (d.docType() == null || d.direction() == null || issuer == null) {
            return Optional.empty();
        }
        List<Body> joint = d.jointIssuers().stream().flatMap(o -> bodies.byId(o).stream()).toList();
        return Optional.of(new OutgoingFacts(
                new OutgoingFacts.Kind(d.docType(), d.direction(), d.medium(), d.normative(), d.important()),
                new OutgoingFacts.Parties(issuer, joint, recipients(d.mainRecipients(), bodies), recipients(d.ccRecipients(), bodies)),
                words(row), new OutgoingFacts.Marks(row.number(), rules.printed(d.urgency()), d.secrecy().name(), d.openness(), d.opennessReason()),
                signing(row), days(row, at),
                new OutgoingFacts.Grounds(
                        cited(d.answersIncoming()), cited(d.forwardsIncoming()), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents()),
                new OutgoingFacts.Office(leaders(), this::workingDays, bodies)));
    }

    private List<Recipient> recipients(List<Draft.Recipient> all, Bodies bodies) {
        return all.stream().map(r -> {
            Body body = r.organization() != null
                    ? bodies.byId(r.organization()).orElse(null)
                    : r.unit() != null ? KnownBodies.unit(r.unit(), r.name()) : bodies.named(r.name()).orElse(null);
            boolean person = body == null && directory.active().stream().anyMatch(p -> r.name().startsWith(p.name()));
            return new Recipient(r.name(), body, person);
        }).toList();
    }

    private OutgoingFacts.Words words(Row row) {
        Draft d = row.draft();
        List<OutgoingFacts.Attachment> attached = texts.files(row.id()).stream()
                .map(f -> new OutgoingFacts.Attachment(title(d, f), null)).toList();
        return new OutgoingFacts.Words(
                d.title(), d.body(), d.attachments().stream().map(Draft.Annex::title).toList(), attached, d.signatureNames(), d.annotation());
    }

    /** A file that stands for a line of the attachment list bears that line's title. */
    private static String title(Draft d, Elements.File file) {
        return d.attachments().stream().filter(a -> Objects.equals(a.file(), file.id())).map(Draft.Annex::title).findFirst()
                .orElse(file.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", ""));
    }

    private OutgoingFacts.Signing signing(Row row) {
        Draft d = row.draft();
        String head = rights.principal(d).map(Directory.Entry::name).orElse("");
        List<OutgoingFacts.Signer> signers = d.signers().stream().map(name -> new OutgoingFacts.Signer(name, name.equals(head))).toList();
        boolean arbitrated = reasons.of(row.id()).containsKey(Reasons.ARBITRATION);
        List<Approval> all = approvals.of(row.id());
        Map<String, OutgoingFacts.Countersign> latest = new LinkedHashMap<>();
        all.stream().filter(a -> a.kind() == Approval.Kind.COUNTERSIGN).forEach(a -> {
            String by = asked(a);
            OutgoingFacts.Countersign.Answer answer = a.living() && a.verdict() != null
                    ? OutgoingFacts.Countersign.Answer.valueOf(a.verdict().name())
                    : OutgoingFacts.Countersign.Answer.PENDING;
            latest.put(by, new OutgoingFacts.Countersign(by, answer, arbitrated));
        });
        boolean legal = all.stream().anyMatch(a -> a.kind() == Approval.Kind.LEGAL && a.living());
        return new OutgoingFacts.Signing(signers, List.copyOf(latest.values()), legal);
    }

    private String asked(Approval a) {
        return a.organization() != null
                ? organizations.byId(a.organization()).map(Organizations.Organization::name).orElse(a.name())
                : Objects.requireNonNullElse(a.unit() == null ? null : directory.unit(a.unit()).map(Directory.UnitEntry::name).orElse(null), a.name());
    }

    private OutgoingFacts.Days days(Row row, Instant at) {
        ZoneId zone = cards.zone();
        LocalDate last = approvals.of(row.id()).stream().filter(Approval::living)
                .filter(a -> a.signs() || a.kind() == Approval.Kind.COUNTERSIGN).map(Approval::givenOn).max(LocalDate::compareTo).orElse(null);
        boolean confirmed = row.signedOn() != null && last != null && last.isAfter(row.signedOn());
        return new OutgoingFacts.Days(
                LocalDate.ofInstant(at, zone), row.signedOn(), row.signedOn(), confirmed ? row.signedOn() : last, row.draft().neededBy());
    }

    private OutgoingFacts.@Nullable Cited cited(@Nullable Long incoming) {
        return incoming == null ? null : cited.of(incoming).map(p -> new OutgoingFacts.Cited(p.number(), p.title(), true)).orElse(null);
    }

    private List<String> leaders() {
        List<String> names = new ArrayList<>();
        Stream.of("GOV_LEADER", "LEADER").flatMap(role -> directory.holding(role, 0).stream()).map(Directory.Entry::name).distinct().forEach(names::add);
        return names;
    }

    private long workingDays(LocalDate from, LocalDate to) {
        return from.isBefore(to) ? from.plusDays(1).datesUntil(to.plusDays(1)).limit(400).filter(calendar::worksOn).count() : 0;
    }
}
