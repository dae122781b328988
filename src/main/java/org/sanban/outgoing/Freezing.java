package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Freezes the text whenever a paper leaves a step and the text is another than the last one frozen: a new revision, the
 * corrections between the two as facts, and the approvals that it makes void.
 */
@Component
class Freezing {

    private final RevisionRows revisions;
    private final StandingTexts texts;
    private final TextChanges changes;
    private final CorrectionRows corrections;
    private final Approvals approvals;
    private final Reasons reasons;
    private final ApplicationEventPublisher events;

    Freezing(
            RevisionRows revisions, StandingTexts texts, TextChanges changes, CorrectionRows corrections, Approvals approvals, Reasons reasons,
            ApplicationEventPublisher events) {
        this.revisions = revisions;
        this.texts = texts;
        this.changes = changes;
        this.corrections = corrections;
        this.approvals = approvals;
        this.reasons = reasons;
        this.events = events;
    }

    /**
     * @param row locked
     * @param mover who moves the paper; where only files changed since, they are put down to that person
     */
    Revision freeze(Row row, String step, long mover, Instant at) {
        StandingTexts.Standing now = texts.of(row);
        Optional<Revision> last = revisions.last(row.id());
        if (last.isPresent() && last.get().sha256().equals(now.sha256())) {
            return last.get();
        }
        long writer = last.filter(before -> before.draft().equals(now.draft())).isPresent() ? mover : row.writtenBy();
        List<Correction> made = last.map(before -> corrections(row, before, now, step, writer, at)).orElse(List.of());
        boolean substantive = last.isPresent() && (made.isEmpty() || made.stream().anyMatch(Correction::substantive));
        Revision fresh = revisions.add(
                new Revision(0, row.id(), last.map(Revision::no).orElse(0) + 1, now.sha256(), now.draft(), now.files(), reasons.of(row.id()),
                        substantive, step, writer, at),
                now.canonical());
        made.forEach(c -> corrections.add(row.id(), to(c, fresh.id())));
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.frozen", writer, at,
                Map.of("revision", fresh.no(), "sha256", fresh.sha256(), "step", step, "corrections", made.size())));
        if (last.isPresent()) {
            approvals.voidBy(row, fresh, at);
        }
        return fresh;
    }

    private List<Correction> corrections(Row row, Revision before, StandingTexts.Standing now, String step, long writer, Instant at) {
        boolean author = step.equals("draft") || writer == row.drafter();
        List<CorrectionRows.Choice> chosen = corrections.choices(row.id(), before.id());
        return changes.between(before.elements(), Elements.of(now.draft(), now.files())).stream().map(span -> {
            CorrectionRows.Choice kind = find(chosen, span, true);
            CorrectionRows.Choice weight = find(chosen, span, false);
            return new Correction(
                    0, before.id(), 0, span.element(), span.place(), span.was(), span.is(), span.guessed(),
                    kind == null || kind.kind() == null ? span.guessed() : kind.kind(),
                    weight == null || weight.substantive() == null ? span.substantive() : weight.substantive(),
                    author, step, writer, at, null);
        }).toList();
    }

    private static CorrectionRows.@Nullable Choice find(List<CorrectionRows.Choice> chosen, TextChanges.Span span, boolean kind) {
        return chosen.stream()
                .filter(c -> kind ? c.kind() != null : c.substantive() != null)
                .filter(c -> c.concerns(span.element(), span.place().from(), span.place().to(), span.is()))
                .findFirst().orElse(null);
    }

    private static Correction to(Correction c, long revision) {
        return new Correction(
                c.id(), c.fromRevision(), revision, c.element(), c.place(), c.was(), c.is(), c.guessed(), c.kind(), c.substantive(), c.byAuthor(),
                c.step(), c.by(), c.at(), c.answer());
    }
}
