package org.sanban.checking;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A rule of checking was drafted, tried, published or changed.
 *
 * @param what {@code check-rule.shipped}, {@code .drafted}, {@code .imported}, {@code .edited}, {@code .tried}, {@code .published}, {@code .retired},
 *     {@code .switched-off}, {@code .switched-on}, {@code .severity}, {@code .came-back}
 */
public record RuleChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {

    /** Kind of the subject. */
    public static final String KIND = "check-rule";

    static RuleChanged of(OfficeRule rule, String what, long actor, Instant at, Map<String, ?> detail) {
        return new RuleChanged(rule.ref(), KIND + "." + what, actor, at, detail);
    }
}
