package org.sanban.checking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.Severity;

/**
 * A rule as this office keeps it.
 *
 * @param rule the newest edition, as it was written
 * @param ownSeverity what the office made of the severity, null for that of the rule
 * @param off it does not run, by the office's word
 * @param edition number of the newest edition
 * @param running number of the edition that runs, null for none
 * @param origin the error from which it was made, null for none
 * @param originWords how people call that, e.g. {@code 差〔2026〕007}; empty for none
 * @param note why it was retired or switched off; empty for none
 */
public record OfficeRule(
        long id, String code, Source source, Rule rule, @Nullable Severity ownSeverity, State state, boolean off, int edition,
        @Nullable Integer running, @Nullable SubjectRef origin, String originWords, String note, long createdBy, Instant createdAt,
        @Nullable Long publishedBy, @Nullable Instant publishedAt, int version) {

    /** Where a rule comes from. */
    public enum Source {
        SHIPPED,
        OFFICE,
        IMPORTED
    }

    /** A draft is tried before it is published; a retired rule stays on record. */
    public enum State {
        DRAFT,
        TRIED,
        PUBLISHED,
        RETIRED
    }

    public Severity severity() {
        return ownSeverity == null ? rule.severity() : ownSeverity;
    }

    /** It is run over drafts. */
    public boolean runs() {
        return running != null && !off;
    }

    /** What it hits is shown while a newer edition of it is still being made. */
    public boolean changing() {
        return running != null && running != edition;
    }

    /** Its text is the office's own to change. */
    public boolean own() {
        return source != Source.SHIPPED;
    }

    SubjectRef ref() {
        return new SubjectRef(RuleChanged.KIND, id);
    }
}
