package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.workflow.Moved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows from a movement on the main line, in its transaction and whatever the office's procedure says: the text that
 * leaves a step is frozen, and whoever finished a step has approved exactly that text.
 */
@Component
class Following {

    /** Movements after which the paper lies elsewhere. */
    private static final Set<String> LEAVING = Set.of("COMPLETE", "RETURN", "JUMP", "VOID", "REOPEN");

    private static final Map<String, Approval.Kind> APPROVING = Map.of(
            "countersign", Approval.Kind.COUNTERSIGN, "review", Approval.Kind.REVIEW, "chief", Approval.Kind.REVIEW, "deputy", Approval.Kind.REVIEW,
            "legal", Approval.Kind.LEGAL, "sign", Approval.Kind.SIGN, "confirm", Approval.Kind.CONFIRM, "recheck", Approval.Kind.RECHECK);

    private final Outgoings outgoings;
    private final Freezing freezing;
    private final RevisionRows revisions;
    private final StandingTexts texts;
    private final ApprovalRows approvalRows;
    private final Approvals approvals;
    private final Verdicts verdicts;
    private final ReviewSheets sheets;
    private final Actors actors;
    private final ObjectProvider<Numbering> numbering;

    Following(
            Outgoings outgoings, Freezing freezing, RevisionRows revisions, StandingTexts texts, ApprovalRows approvalRows, Approvals approvals,
            Verdicts verdicts, ReviewSheets sheets, Actors actors, ObjectProvider<Numbering> numbering) {
        this.outgoings = outgoings;
        this.freezing = freezing;
        this.revisions = revisions;
        this.texts = texts;
        this.approvalRows = approvalRows;
        this.approvals = approvals;
        this.verdicts = verdicts;
        this.sheets = sheets;
        this.actors = actors;
        this.numbering = numbering;
    }

    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(OutgoingKind.KIND)) {
            return;
        }
        if (moved.kind().equals("WITHDRAW")) {
            takenBack(moved);
        } else if (moved.fromStep() != null && LEAVING.contains(moved.kind())) {
            left(moved.fromStep(), moved);
        }
    }

    private void left(String from, Moved moved) {
        Row row = outgoings.lock(moved.subject().id());
        boolean signs = moved.kind().equals("COMPLETE") && (from.equals("sign") || from.equals("confirm"));
        if (signs) {
            refuseOtherText(row);
        } else if (!from.equals(moved.toStep())) {
            freezing.freeze(row, from, moved.actor(), moved.at());
            outgoings.lease(row.id(), null, null, null, null);
        }
        if (moved.kind().equals("COMPLETE") && APPROVING.containsKey(from)) {
            approve(row, APPROVING.get(from), from, moved);
        }
        if (moved.kind().equals("VOID") && row.number() != null) {
            Actor by = actors.of(moved.actor(), moved.at());
            numbering.getObject().voidIt(row, Objects.requireNonNull(moved.reason()), moved.actor(), by, moved.at());
        }
    }

    /** A signature taken back is none; what was written meanwhile is put down to whoever wrote it. */
    private void takenBack(Moved moved) {
        Approval.Kind kind = APPROVING.get(moved.toStep());
        Row row = outgoings.lock(moved.subject().id());
        if (moved.fromStep() != null && !moved.fromStep().equals(moved.toStep())) {
            freezing.freeze(row, moved.fromStep(), moved.actor(), moved.at());
            outgoings.lease(row.id(), null, null, null, null);
        }
        if (kind != null) {
            long person = Objects.requireNonNullElse(moved.onBehalfOf(), moved.actor());
            approvals.takeBack(row, kind, person, revisions.last(row.id()).orElseThrow(), moved.at());
        }
    }

    /** A signature is put under the text that was frozen for it; where something changed since, there is none. */
    private void refuseOtherText(Row row) {
        boolean same = revisions.last(row.id()).map(last -> last.sha256().equals(texts.of(row).sha256())).orElse(false);
        Refused.unless(same, "outgoing.refusal.text-changed");
    }

    private void approve(Row row, Approval.Kind kind, String from, Moved moved) {
        Revision revision = revisions.last(row.id()).orElseThrow();
        long person = Objects.requireNonNullElse(moved.onBehalfOf(), moved.actor());
        approvals.give(row, revision, new Approvals.Given(
                kind, verdict(row, kind, person), person, moved.actor(), deputy(kind, moved), moved.opinion(), moved.movement(), moved.at()));
        if (kind == Approval.Kind.REVIEW) {
            sheets.attest(row, revision, from, person, moved.at());
        }
        if (kind == Approval.Kind.SIGN) {
            outgoings.signed(row.id(), moved.at());
        }
    }

    /** Whoever acts by delegation signs himself, in the place of the other (代签); a secretary only enters what was said (代录). */
    private boolean deputy(Approval.Kind kind, Moved moved) {
        return moved.onBehalfOf() != null && (kind == Approval.Kind.SIGN || kind == Approval.Kind.CONFIRM)
                && SigningRights.signsAsDeputy(actors.of(moved.actor(), moved.at()));
    }

    private Approval.@Nullable Verdict verdict(Row row, Approval.Kind kind, long person) {
        if (kind != Approval.Kind.COUNTERSIGN) {
            return Approval.Verdict.AGREE;
        }
        List<Approval> before = approvalRows.of(row.id()).stream()
                .filter(a -> a.kind() == kind && Objects.equals(a.person(), person)).toList();
        Instant after = before.isEmpty() ? row.createdAt() : before.getLast().at();
        return verdicts.of(row.id(), person, after).orElse(Approval.Verdict.AGREE);
    }
}
