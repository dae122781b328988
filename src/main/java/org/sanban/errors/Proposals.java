package org.sanban.errors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Errors write themselves: the system proposes, a person decides. Whatever module sees something publishes {@link Proposed}; it is kept in that
 * transaction by one insert. The job puts together what belongs to one subject and round and lays it into the keeper's tray. There each is
 * accepted, merged with another error, or dismissed with a reason; dismissals teach the threshold, see {@link ProposalRows}.
 */
@Service
@Transactional
public class Proposals {

    /** What is proposed on one subject in one round. {@code decidedAt} null while it lies in the tray. */
    public record Group(long id, SubjectRef subject, int round, String business, String title, Instant openedAt, @Nullable Instant decidedAt) {}

    /** @param state PROPOSED, ACCEPTED, MERGED or DISMISSED */
    public record Proposal(
            long id, Proposed.Origin origin, String sort, String words, @Nullable String shouldBe, @Nullable String kind, @Nullable String type, Instant foundAt,
            @Nullable Instant madeAt, @Nullable String madeStep, @Nullable String foundStep, @Nullable Long unit, ErrorRecord.@Nullable Span span, String state,
            @Nullable String reason, @Nullable Long error, @Nullable String errorNo) {
        public boolean open() {
            return state.equals("PROPOSED");
        }
    }

    /** What decisions taught about one origin and sort; {@code quiet} are kept back, {@code open} lie in the tray. */
    public record Lesson(Proposed.Origin origin, String sort, int taken, int dismissed, int quiet, int open) {}

    private final ProposalRows rows;
    private final ErrorRows errors;
    private final Reporting reporting;
    private final Taxonomy taxonomy;
    private final StaffNames names;
    private final Positions positions;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Proposals(
            ProposalRows rows, ErrorRows errors, Reporting reporting, Taxonomy taxonomy, StaffNames names, Positions positions, Handlings handlings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.errors = errors;
        this.reporting = reporting;
        this.taxonomy = taxonomy;
        this.names = names;
        this.positions = positions;
        this.handlings = handlings;
        this.events = events;
    }

    /** Keeps what a module tells, in its transaction. What happens to errors themselves is no error. */
    @EventListener
    public void on(Proposed proposed) {
        if (!proposed.subject().kind().startsWith(ErrorKind.KIND)) {
            rows.add(proposed);
        }
    }

    /** @throws NotFound where there is none, or it never lay before the actor */
    @Transactional(readOnly = true)
    public Group group(long id, Actor by) {
        if (positions.of(ProposalKind.ref(id), by).isEmpty()) {
            throw new NotFound();
        }
        return rows.group(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Proposal> of(long group, Actor by) {
        return rows.seen(group(group, by).id());
    }

    @Transactional(readOnly = true)
    public List<Lesson> lessons() {
        return rows.lessons();
    }

    /**
     * Makes one error of the chosen proposals: the first one describes it, the others are merged into it.
     *
     * @param description in the keeper's words; null takes those of the first proposal
     * @return the error's id
     */
    public long accept(long group, List<Long> chosen, @Nullable String description, Actor by, Instant at, String requestId) {
        Group of = mine(group, by);
        List<Proposal> taken = chosen(group, chosen);
        Proposal first = taken.getFirst();
        String said = Objects.requireNonNullElse(Words.orNull(description), first.words());
        names.refuse(new StaffNames.Field("description", said));
        long error = reporting.report(
                new Report(of.subject(), null, of.business(), first.origin().source, false, said, first.shouldBe(), first.foundAt(), taxonomy.stage(of.business(), first.foundStep()),
                        first.madeAt() == null || first.madeAt().isAfter(first.foundAt()) ? null : first.madeAt(), taxonomy.stage(of.business(), first.madeStep()), first.unit(),
                        first.kind(), first.type(), null, null, first.span(), null, null),
                by, at, requestId);
        for (Proposal one : taken) {
            rows.decide(one.id(), one == first ? "ACCEPTED" : "MERGED", by.id(), at, null, error);
        }
        told(of, "error.proposals-accepted", Map.of("proposals", taken.size(), "error", errors.one(error).no()), by, at, requestId);
        return error;
    }

    /** Joins the chosen ones to an error that is known already. */
    public void merge(long group, List<Long> chosen, String number, Actor by, Instant at, String requestId) {
        Group of = mine(group, by);
        long error = errors.byNumber(number).flatMap(id -> errors.seen(id, by)).map(ErrorRecord::id)
                .orElseThrow(() -> new Refused(Objection.of("errors.refusal.no-such-error").at("number")));
        List<Proposal> taken = chosen(group, chosen);
        taken.forEach(one -> rows.decide(one.id(), "MERGED", by.id(), at, null, error));
        told(of, "error.proposals-merged", Map.of("proposals", taken.size(), "error", errors.one(error).no()), by, at, requestId);
    }

    /** Says of the chosen ones that they are no errors, and why: the next of their kind weigh less. */
    public void dismiss(long group, List<Long> chosen, String reason, Actor by, Instant at, String requestId) {
        Group of = mine(group, by);
        String said = Words.said(reason, "reason", 500);
        List<Proposal> taken = chosen(group, chosen);
        taken.forEach(one -> rows.decide(one.id(), "DISMISSED", by.id(), at, said, null));
        told(of, "error.proposals-dismissed", Map.of("proposals", taken.size(), "reason", said), by, at, requestId);
    }

    private Group mine(long group, Actor by) {
        Group of = group(group, by);
        handlings.hold(ProposalKind.ref(group));
        Refused.unless(positions.of(ProposalKind.ref(group), by).map(p -> p.mainAt("decide") != null).orElse(false), "errors.refusal.not-before-you");
        return of;
    }

    private List<Proposal> chosen(long group, List<Long> ids) {
        List<Proposal> taken = rows.of(group).stream().filter(p -> p.open() && ids.contains(p.id())).toList();
        if (taken.isEmpty()) {
            throw new Refused(Objection.of("errors.refusal.choose-some").at("proposals"));
        }
        return taken;
    }

    /** With the last decision the matter leaves the tray. */
    private void told(Group of, String what, Map<String, ?> detail, Actor by, Instant at, String requestId) {
        events.publishEvent(new ErrorChanged(ProposalKind.ref(of.id()), what, by.id(), at, detail));
        if (rows.open(of.id()) == 0) {
            rows.close(of.id(), at);
            long task = Objects.requireNonNull(positions.of(ProposalKind.ref(of.id()), by).orElseThrow().mainAt("decide"));
            handlings.apply(ProposalKind.ref(of.id()), Act.Complete.of(task, "decided", null), by, at, requestId);
        }
    }
}
