package org.sanban.outgoing;

import java.util.List;
import org.springframework.stereotype.Component;

/** Did a text change in substance (实质性修改) since it was signed, or since it bears its number? */
@Component
class Substance {

    private final RevisionRows revisions;
    private final ApprovalRows approvals;
    private final StandingTexts texts;
    private final TextChanges changes;
    private final CorrectionRows corrections;

    Substance(RevisionRows revisions, ApprovalRows approvals, StandingTexts texts, TextChanges changes, CorrectionRows corrections) {
        this.revisions = revisions;
        this.approvals = approvals;
        this.texts = texts;
        this.changes = changes;
        this.corrections = corrections;
    }

    /** Compared with the last signed revision, through every revision since and what is not frozen yet. */
    boolean changedSinceSigned(Row row) {
        List<Approval> given = approvals.of(row.id()).stream().filter(Approval::signs).toList();
        return given.isEmpty() || changedSince(row, given.getLast().no());
    }

    boolean changedSinceNumbered(Row row) {
        return revisions.byId(row.numberedText()).map(numbered -> changedSince(row, numbered.no())).orElse(false);
    }

    private boolean changedSince(Row row, int no) {
        boolean frozen = revisions.of(row.id()).stream().anyMatch(r -> r.no() > no && r.substantive());
        return frozen || changedNow(row);
    }

    /** What was written since the last revision, with what the writer says of it. */
    private boolean changedNow(Row row) {
        Revision last = revisions.last(row.id()).orElseThrow();
        StandingTexts.Standing now = texts.of(row);
        if (last.sha256().equals(now.sha256())) {
            return false;
        }
        List<CorrectionRows.Choice> chosen = corrections.choices(row.id(), last.id());
        List<TextChanges.Span> spans = changes.between(last.elements(), Elements.of(now.draft(), now.files()));
        return spans.isEmpty() || spans.stream().anyMatch(span -> chosen.stream()
                .filter(c -> c.substantive() != null && c.concerns(span.element(), span.place().from(), span.place().to(), span.is()))
                .findFirst().map(CorrectionRows.Choice::substantive).orElse(span.substantive()));
    }
}
