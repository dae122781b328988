package org.sanban.checking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.checks.Finding;
import org.sanban.checks.Severity;
import org.sanban.checks.Wording;

/**
 * A place that a rule found, as it is shown to whoever sees the paper.
 *
 * @param rule the register's number of the rule
 * @param why the text of the rule
 * @param origin what people call the error it was made from; empty for none
 * @param caught how many places it caught so far, in all papers
 * @param paragraph of the element, from 1
 * @param file name of the attached file in which it stands; empty where it stands in the paper itself
 * @param verdict what was said of it, null where it is open
 * @param atGate it stops the paper where the paper stands now
 */
public record SeenFinding(
        Finding finding, long rule, Wording why, String basis, String origin, int caught, int paragraph, String file, @Nullable Said verdict, boolean atGate) {

    /** @param verdict WAIVED or FALSE_ALARM */
    public record Said(String verdict, String reason, String by, Instant at) {}

    public boolean open() {
        return verdict == null;
    }

    /** Nothing but to be read. */
    public boolean hint() {
        return finding.severity() == Severity.HINT;
    }
}
