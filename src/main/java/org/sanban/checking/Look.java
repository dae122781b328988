package org.sanban.checking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Severity;
import org.sanban.checks.Wording;

/**
 * What the rules say of one paper at one time.
 *
 * @param findings in the order of the text, at most {@link Findings#SHOWN}
 * @param more how many stand beyond them
 * @param questions to be answered before the present step is left
 * @param mayWaive the reader may let a blocking finding pass
 */
public record Look(
        SubjectRef subject, Checked.Place place, List<SeenFinding> findings, int more, List<Asked> questions, boolean mayWaive) {

    /**
     * A question of the step.
     *
     * @param answer YES, NO or NOT_APPLICABLE, null while nobody has answered for this text
     */
    public record Asked(long rule, String code, Wording question, Severity severity, @Nullable String answer, String note, String by, @Nullable Instant at) {

        /** It is answered so that the paper may go on. */
        public boolean settled() {
            return answer != null && (severity == Severity.HINT || !answer.equals("NO") || severity == Severity.WARN);
        }
    }

    public List<SeenFinding> open() {
        return findings.stream().filter(SeenFinding::open).toList();
    }

    public List<SeenFinding> judged() {
        return findings.stream().filter(f -> !f.open()).toList();
    }

    public long stopping() {
        return findings.stream().filter(f -> f.open() && f.atGate()).count();
    }

    public boolean clean() {
        return open().isEmpty() && more == 0;
    }
}
