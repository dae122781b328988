package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachments;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.workflow.Handlings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Countersigning (会签): units of this office by their step, bodies outside by what the drafter records of them. */
@Service
public class Countersigns {

    /**
     * What a body outside answered.
     *
     * @param signer who signed for it
     * @param on the day beside the signature
     * @param file a file of the paper that shows it, or null
     */
    public record Outside(long organization, String signer, LocalDate on, Approval.Verdict verdict, @Nullable String words, @Nullable Long file) {}

    private final Outgoings outgoings;
    private final Places places;
    private final Freezing freezing;
    private final ApprovalRows rows;
    private final Approvals approvals;
    private final Verdicts verdicts;
    private final Organizations organizations;
    private final Attachments attachments;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final OutgoingCards cards;

    Countersigns(
            Outgoings outgoings, Places places, Freezing freezing, ApprovalRows rows, Approvals approvals, Verdicts verdicts,
            Organizations organizations, Attachments attachments, SecrecyGate secrecy, Handlings handlings, OutgoingCards cards) {
        this.outgoings = outgoings;
        this.places = places;
        this.freezing = freezing;
        this.rows = rows;
        this.approvals = approvals;
        this.verdicts = verdicts;
        this.organizations = organizations;
        this.attachments = attachments;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.cards = cards;
    }

    /** Chooses the verdict of the own countersignature, before the step is finished; without a choice finishing it is consent. */
    @Transactional
    public void choose(long id, Approval.Verdict verdict, Actor by, Instant at) {
        places.mineAt(id, by, "countersign");
        verdicts.choose(id, by.id(), verdict, at);
    }

    /** Records what a body outside answered, for the text as it stands, which is frozen by it. */
    @Transactional
    public void record(long id, Outside outside, Actor by, Instant at) {
        places.of(id, by);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        Places.Place place = places.mineAt(id, by, "draft", "review", "chief", "deputy", "submit");
        refuseWrong(row, outside, by, at);
        Revision revision = freezing.freeze(row, place.stepOrEnd(), by.id(), at);
        Approval approval = new Approval(
                0, revision.id(), revision.no(), revision.sha256(), Approval.Kind.COUNTERSIGN, outside.verdict(), null, null, outside.organization(),
                outside.signer().strip(), outside.words(), outside.file(), outside.on(), by.id(), false, null, at, null);
        if (rows.of(id).stream().noneMatch(a -> same(a, approval))) {
            approvals.add(row, approval);
        }
    }

    private static boolean same(Approval a, Approval b) {
        return a.living() && a.revision() == b.revision() && Objects.equals(a.organization(), b.organization()) && a.verdict() == b.verdict()
                && a.name().equals(b.name()) && Objects.equals(a.words(), b.words()) && a.givenOn().equals(b.givenOn()) && Objects.equals(a.file(), b.file());
    }

    private void refuseWrong(Row row, Outside outside, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        if (organizations.byId(outside.organization()).filter(Organizations.Organization::active).isEmpty()) {
            wrong.add(Objection.of("outgoing.refusal.unknown-body").at("organization"));
        }
        if (outside.signer().isBlank()) {
            wrong.add(Objection.of("outgoing.refusal.signer-missing").at("signer"));
        }
        DraftLimits.text(outside.signer(), "signer", DraftLimits.NAME, wrong);
        DraftLimits.text(Objects.requireNonNullElse(outside.words(), ""), "words", DraftLimits.NOTE, wrong);
        if (outside.on().isAfter(LocalDate.ofInstant(at, cards.zone())) || outside.on().getYear() < 1949) {
            wrong.add(Objection.of("outgoing.refusal.day-to-come").at("on"));
        }
        if (outside.file() != null && attachments.of(row.subject()).stream().noneMatch(f -> f.id() == outside.file() && f.voided() == null)) {
            wrong.add(Objection.of("outgoing.refusal.no-such-file", outside.file()).at("file"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(row.subject(), by, at, SecrecyGate.Field.text("words", outside.words()), SecrecyGate.Field.label("signer", outside.signer()));
    }
}
