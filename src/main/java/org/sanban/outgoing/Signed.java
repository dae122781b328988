package org.sanban.outgoing;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Promise 4: is the text as it stands now, to the last character, one that somebody signed who may? */
@Component
class Signed {

    private final StandingTexts texts;
    private final RevisionRows revisions;
    private final Approvals approvals;
    private final SigningRights rights;

    Signed(StandingTexts texts, RevisionRows revisions, Approvals approvals, SigningRights rights) {
        this.texts = texts;
        this.revisions = revisions;
        this.approvals = approvals;
        this.rights = rights;
    }

    /** The signed revision, where the paper still is that one, file by file. */
    Optional<Revision> of(Row row) {
        String now = texts.of(row).sha256();
        Optional<Revision> last = revisions.last(row.id()).filter(revision -> revision.sha256().equals(now));
        return last.filter(revision -> approvals.living(row.id()).stream().anyMatch(a -> signs(a, revision)));
    }

    private boolean signs(Approval approval, Revision revision) {
        Long person = approval.person();
        return approval.signs() && approval.sha256().equals(revision.sha256()) && person != null && rights.mayFully(revision.draft(), person);
    }
}
