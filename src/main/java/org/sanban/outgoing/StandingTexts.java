package org.sanban.outgoing;

import java.util.Comparator;
import java.util.List;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.springframework.stereotype.Component;

/** The text of a paper as it stands now, with the files that belong to it. */
@Component
class StandingTexts {

    /** @param canonical what the hash is made over */
    record Standing(Draft draft, List<Elements.File> files, String canonical, String sha256) {}

    private final Attachments attachments;

    StandingTexts(Attachments attachments) {
        this.attachments = attachments;
    }

    Standing of(Row row) {
        List<Elements.File> files = files(row.id());
        String canonical = Elements.canonical(row.draft(), files);
        return new Standing(row.draft(), files, canonical, Elements.sha256(canonical));
    }

    /** Attachments of the paper (附件) that stand. The printed paper, scans and results are not its text. */
    List<Elements.File> files(long id) {
        return attachments.of(OutgoingKind.ref(id)).stream()
                .filter(f -> f.copy() == Attachment.Copy.ATTACHMENT && f.voided() == null)
                .sorted(Comparator.comparing(Attachment::id))
                .map(f -> new Elements.File(f.id(), f.name(), f.sha256()))
                .toList();
    }
}
