package org.sanban.outgoing.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.proofing.Difference;

/**
 * The frozen texts of a paper (版本), and two of them compared.
 *
 * @param from number of the older one, 0 for an empty paper
 * @param to number of the newer one, 0 for the text as it stands
 * @param between who wrote each text after {@code from} up to {@code to}, and at which step
 * @param differences by element
 * @param corrections single changes that were recorded on the way, each with who and where
 */
public record RevisionsView(
        OutgoingPaper paper, List<Line> lines, int from, int to, boolean sides, List<Line> between, Map<String, Difference> differences,
        List<CorrectionLine> corrections) {

    /** @param no 0 for the text as it stands, which nobody sent on yet */
    public record Line(int no, Instant at, String by, String step, String sha256, boolean substantive, List<Approval> approvals) {

        /** The first digits of the hash, enough to tell two texts apart by eye. */
        public String brief() {
            return sha256.substring(0, Math.min(12, sha256.length()));
        }
    }

    /** A correction with words around it. */
    public record CorrectionLine(Correction correction, String by, String step, String before, String after) {}
}
