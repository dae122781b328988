package org.sanban.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.files.SecrecyGate.Field;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incoming papers (收文): what is written on them. Where they go is the engine's ({@link Handlings}); its gates look at what is
 * written here. Every method names who acts and when, so that pages, API and a replay of history use the same ones.
 */
@Service
public class Incoming {

    /** The procedure they run through. */
    public static final String PROCEDURE = "incoming";

    private final Papers papers;
    private final IncomingNotes notes;
    private final IncomingCards cards;
    private final Whereabouts whereabouts;
    private final RegisterRules rules;
    private final Organizations organizations;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Incoming(
            Papers papers, IncomingNotes notes, IncomingCards cards, Whereabouts whereabouts, RegisterRules rules,
            Organizations organizations, SecrecyGate secrecy, Handlings handlings, ApplicationEventPublisher events) {
        this.papers = papers;
        this.notes = notes;
        this.cards = cards;
        this.whereabouts = whereabouts;
        this.rules = rules;
        this.organizations = organizations;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
    }

    /**
     * Receives a paper (签收) and lays it before {@code by} for registration. The same request again answers the same paper.
     *
     * @return its id
     * @throws Refused when something in it is wrong or bears a mark of secrecy; nothing is kept then
     */
    @Transactional
    public long receive(Receipt receipt, Particulars typed, Actor by, Instant at, String requestId) {
        refuseSecrets(0, receipt, typed, by, at);
        Optional<IncomingDocument> before = papers.byRequest(requestId);
        if (before.isPresent()) {
            Refused.unless(before.get().receipt.receiver() == receipt.receiver(), "documents.refusal.request-used");
            return before.get().id();
        }
        Particulars known = known(typed);
        rules.refuseWrong(receipt, known, at);
        linked(0, known);
        IncomingDocument paper = new IncomingDocument(receipt, known, requestId);
        papers.store(paper);
        tell(paper.subject(), "incoming.received", by, at, Map.of("channel", receipt.channel().name()));
        handlings.start(paper.subject(), PROCEDURE, cards.of(paper), List.of(), by, at, requestId);
        return paper.id();
    }

    /**
     * Its sender took it back (撤回): that stands on it, and whoever holds it has nothing left to do. One that was closed here stays
     * closed.
     */
    @Transactional
    public void recalled(long id, String reason, Actor by, Instant at, String requestId) {
        SubjectRef subject = new SubjectRef(IncomingKind.KIND, id);
        handlings.hold(subject);
        IncomingDocument paper = papers.one(id);
        if (paper.recalledAt != null) {
            return;
        }
        paper.recalledAt = at;
        paper.recallReason = reason;
        tell(subject, "incoming.recalled", by, at, Map.of("reason", reason));
        if (handlings.stepOf(subject) != null) {
            handlings.apply(subject, new Act.Void(reason), Actor.SYSTEM, at, requestId);
        }
    }

    /** What registering would still miss, as far as it can be said before the paper is received. */
    List<Objection> missing(Receipt receipt, Particulars typed) {
        return rules.missing(new IncomingDocument(receipt, known(typed), ""));
    }

    /**
     * Registers a received paper (登记): finishes the step that lies before {@code by}; the number is given in the same transaction.
     *
     * @param override reason for registering a paper that looks like a duplicate, for those who may; null otherwise
     * @return the number, e.g. {@code 收〔2026〕1694}
     * @throws Refused with all that is missing
     */
    @Transactional
    public String register(long id, @Nullable String override, Actor by, Instant at, String requestId) {
        IncomingDocument paper = papers.one(id);
        if (paper.inNo != null) {
            whereabouts.of(id, by);
            return paper.inNo;
        }
        Whereabouts.Place place = whereabouts.atOneOf(id, by, "register");
        long task = Objects.requireNonNull(place.task());
        handlings.apply(paper.subject(), new Act.Complete(task, "registered", null, List.of(), null, null, override), by, at, requestId);
        return Objects.requireNonNull(paper.inNo, "the effect of the step gives the number");
    }

    /**
     * Writes the register entry anew, while registration or first review lies before {@code by}.
     *
     * @param version the one that was read
     * @throws org.sanban.pages.Stale when somebody else wrote meanwhile
     */
    @Transactional
    public void change(long id, int version, Receipt receipt, Particulars typed, Actor by, Instant at) {
        whereabouts.atOneOf(id, by, "register", "review");
        refuseSecrets(id, receipt, typed, by, at);
        IncomingDocument paper = papers.one(id);
        paper.mustBe(version);
        Particulars known = known(typed);
        rules.refuseWrong(receipt, known, at);
        linked(id, known);
        Map<String, Object> changes = cards.changes(paper, receipt, known);
        if (changes.isEmpty()) {
            return;
        }
        boolean renumbers = paper.inNo != null && cards.year(receipt) != Objects.requireNonNull(paper.inYear);
        if (renumbers) {
            throw new Refused(Objection.of("documents.refusal.year-of-number", Objects.requireNonNull(paper.inNo)).at("receivedAt"));
        }
        paper.receipt = receipt;
        paper.describe(known);
        handlings.describe(paper.subject(), cards.of(paper));
        tell(paper.subject(), "incoming.changed", by, at, changes);
    }

    /** Writes down a first review (初审), or its grounds anew. What follows from it, passing or returning, is the engine's. */
    @Transactional
    public void review(long id, Review review, Actor by) {
        whereabouts.atOneOf(id, by, "review", "decide-return");
        List<Objection> wrong = new ArrayList<>();
        for (Review.Found found : review.grounds()) {
            if (found.text().isBlank()) {
                wrong.add(Objection.of("documents.refusal.ground-text", found.ground().code()).at("text[" + found.ground() + "]"));
            }
            RegisterRules.text(found.text(), "text[" + found.ground() + "]", RegisterRules.REASON, wrong);
        }
        RegisterRules.text(review.toCorrect(), "toCorrect", RegisterRules.REASON * 2, wrong);
        refuse(wrong);
        String words = String.join("\n", review.grounds().stream().map(Review.Found::text).toList());
        secrecy.refuseClassified(ref(id), by, review.at(), Field.text("toCorrect", review.toCorrect()), Field.text("grounds", words));
        if (notes.review(id).filter(review::says).isPresent()) {
            return;
        }
        notes.add(id, review);
        tell(ref(id), "incoming.reviewed", by, review.at(),
                Map.of("grounds", review.grounds().stream().map(f -> f.ground().code()).toList(), "passed", review.passed()));
    }

    /** Writes down what is asked of bodies outside the office (分办). */
    @Transactional
    public void assign(long id, Assignment assignment, Actor by) {
        whereabouts.atOneOf(id, by, "propose", "duty", "instruct", "assign");
        List<Objection> wrong = new ArrayList<>();
        List<Long> all = new ArrayList<>(assignment.supporting());
        if (assignment.leadId() != null) {
            all.add(assignment.leadId());
        }
        if (all.stream().distinct().count() != all.size()) {
            wrong.add(Objection.of("documents.refusal.named-twice").at("supporting"));
        }
        if (all.stream().anyMatch(o -> organizations.byId(o).isEmpty())) {
            wrong.add(Objection.of("documents.refusal.unknown-organization").at("lead"));
        }
        RegisterRules.text(assignment.note(), "note", RegisterRules.REASON, wrong);
        refuse(wrong);
        secrecy.refuseClassified(ref(id), by, assignment.at(), Field.text("note", assignment.note()));
        if (notes.assignment(id).filter(assignment::says).isPresent()) {
            return;
        }
        notes.add(id, assignment);
        tell(ref(id), "incoming.assigned", by, assignment.at(), Map.of("product", assignment.product().name(), "bodies", all));
    }

    /** Writes down an answer to the sender (答复). */
    @Transactional
    public void reply(long id, Reply reply, Actor by) {
        whereabouts.atOneOf(id, by, "handle", "circulate");
        List<Objection> wrong = new ArrayList<>();
        if (reply.on().isAfter(cards.day(reply.at()))) {
            wrong.add(Objection.of("documents.refusal.reply-later").at("replyOn"));
        }
        if (reply.link() != null && !reply.link().matches("(https?://|/)[^\\s]{1,490}")) {
            wrong.add(Objection.of("documents.refusal.reply-link").at("replyLink"));
        }
        RegisterRules.text(reply.text(), "replyText", 20_000, wrong);
        RegisterRules.text(reply.number(), "replyNumber", RegisterRules.NUMBER, wrong);
        refuse(wrong);
        secrecy.refuseClassified(ref(id), by, reply.at(), Field.text("replyText", reply.text()), Field.label("replyNumber", reply.number()));
        if (notes.reply(id).filter(reply::says).isPresent()) {
            return;
        }
        notes.add(id, reply);
        tell(ref(id), "incoming.replied", by, reply.at(), Map.of("form", reply.form().name(), "on", reply.on().toString()));
    }

    /**
     * Says why the paper is finished without these readers' answers (promise 6).
     *
     * @param readers names, as the gate gave them
     */
    @Transactional
    public void waiveReaders(long id, List<String> readers, String reason, Actor by, Instant at) {
        whereabouts.atOneOf(id, by, "handle", "circulate");
        List<Objection> wrong = new ArrayList<>();
        if (reason.isBlank()) {
            wrong.add(Objection.of("documents.refusal.waiver-reason").at("waiverReason"));
        }
        RegisterRules.text(reason, "waiverReason", RegisterRules.REASON, wrong);
        refuse(wrong);
        secrecy.refuseClassified(ref(id), by, at, Field.text("waiverReason", reason));
        IncomingDocument paper = papers.one(id);
        paper.readersWaived = List.copyOf(readers);
        paper.waiverReason = reason.strip();
        tell(paper.subject(), "incoming.readers-waived", by, at, Map.of("readers", readers, "reason", reason.strip()));
    }

    private void refuseSecrets(long id, Receipt receipt, Particulars p, Actor by, Instant at) {
        secrecy.refuseClassified(
                ref(id), by, at,
                Field.label("title", p.title()), Field.label("docNumber", p.docNumber()), Field.label("sender", p.senderName()),
                Field.text("body", p.body()), Field.text("opennessReason", p.opennessReason()), Field.label("keywords", String.join(" ", p.keywords())),
                Field.text("exception", receipt.exception()), Field.label("answersNumber", p.answersNumber()),
                Field.label("mainRecipients", String.join(" ", p.mainRecipients())), Field.label("ccRecipients", String.join(" ", p.ccRecipients())),
                Field.label("contactName", p.contactName()));
    }

    /** The sender by its id or name as the office knows it; a name it does not know stands as typed. */
    private Particulars known(Particulars p) {
        Optional<Organization> body = p.senderId() != null
                ? Optional.of(organizations.byId(p.senderId())
                        .orElseThrow(() -> new Refused(Objection.of("documents.refusal.unknown-organization").at("sender"))))
                : p.senderName().isBlank() ? Optional.empty() : organizations.byName(p.senderName().strip());
        return body.map(o -> p.from(o.id(), o.name())).orElseGet(() -> p.from(null, p.senderName().strip()));
    }

    private void linked(long id, Particulars p) {
        for (Long other : new Long[] {p.previousId(), p.duplicateOf()}) {
            if (other != null && (other == id || !papers.exists(other))) {
                throw new Refused(Objection.of("documents.refusal.no-such-paper").at(Objects.equals(other, p.duplicateOf()) ? "duplicateOf" : "previousId"));
            }
        }
    }

    private static void refuse(List<Objection> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private static SubjectRef ref(long id) {
        return new SubjectRef(IncomingKind.KIND, id);
    }

    private void tell(SubjectRef subject, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new IncomingChanged(subject, what, by.id(), at, detail));
    }
}
