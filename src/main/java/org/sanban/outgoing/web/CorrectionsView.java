package org.sanban.outgoing.web;

import java.util.List;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.OutgoingPaper;

/**
 * The corrections of a paper.
 *
 * @param revision the last frozen text, which the changes not sent yet are measured against; 0 for none
 * @param own the changes not sent yet are the author's own
 * @param pending not sent yet, to be classified by whoever made them
 * @param made sent, to be answered by the author
 * @param answers the reader may answer
 */
public record CorrectionsView(
        OutgoingPaper paper, int revision, boolean own, List<PendingLine> pending, List<RevisionsView.CorrectionLine> made, boolean answers) {

    /** A change with the words around it in the new text. */
    public record PendingLine(Corrections.Pending change, String before, String after) {

        /** Known by place and new words. */
        public String key() {
            return change.element() + "-" + change.place().from() + "-" + change.place().to() + "-" + change.place().newFrom();
        }
    }

    public long open() {
        return made.stream().filter(line -> line.correction().open()).count();
    }

    public boolean empty() {
        return pending.isEmpty() && made.isEmpty();
    }
}
