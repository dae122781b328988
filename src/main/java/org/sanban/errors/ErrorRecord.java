package org.sanban.errors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Clearance;

/**
 * An error (差错) as everybody may know it. It holds no person: not who told it, not who made it, not who wrote it down.
 *
 * @param no e.g. {@code 差〔2026〕001}
 * @param business code of the line of business, e.g. {@code DOC_OUT}
 * @param description what was; {@code shouldBe} what it should have been
 */
public record ErrorRecord(
        long id, String no, String business, About about, Source source, Found found, Nature nature, String description, @Nullable String shouldBe,
        @Nullable Span span, @Nullable String effect, @Nullable Integer recipients, Correction correction, Cause cause, Again again, Lesson lesson,
        State state, Stamps stamps, Openness openness, Clearance confidentiality, int version) {

    /**
     * What it happened to, as that stood when the error was told.
     *
     * @param subject null where the matter is not kept here; then {@code words} name it
     * @param urgency NORMAL, FAST, URGENT or TOP
     */
    public record About(@Nullable SubjectRef subject, @Nullable String words, @Nullable String urgency, @Nullable String type) {}

    /**
     * When and where it was found and made: two moments and two steps, for an error may travel far.
     *
     * @param at found; {@code madeAt} null while nobody knows
     * @param step code of a stage of the business; {@code madeStep} where it arose
     * @param unit in which it arose; {@code role} the part that was played there, e.g. 校对人
     */
    public record Found(Instant at, @Nullable String step, @Nullable Instant madeAt, @Nullable String madeStep, @Nullable Long unit, @Nullable String role) {}

    /** @param kind the first that fits in the order of tests; {@code nearMiss} found by the chain before it left the office */
    public record Nature(@Nullable String kind, List<String> secondary, @Nullable String type, @Nullable String severity, boolean nearMiss) {}

    /** The marked place of the text: element, characters from (inclusive) to (exclusive), the words as they were, at most 100 characters. */
    public record Span(@Nullable String element, @Nullable Integer from, @Nullable Integer to, @Nullable String quote) {}

    /** What was done at once (立即更正), before anybody asked why. */
    public record Correction(@Nullable String text, @Nullable Instant doneAt) {
        public boolean done() {
            return text != null && doneAt != null;
        }
    }

    /** @param whys the answers to five times why, the first one first */
    public record Cause(List<String> codes, @Nullable String text, List<String> whys) {}

    /** @param of the earlier error that came back; {@code by} TYPE_STEP_UNIT, TEXT or SAID */
    public record Again(@Nullable Long of, @Nullable String ofNo, @Nullable String by) {}

    /** What came of it: the case it became, the rule that it was turned into. */
    public record Lesson(@Nullable String casebook, @Nullable Instant casebookAt, @Nullable String rule, @Nullable Instant ruleAt) {}

    /** @param outcome CLOSED, NEAR_MISS, NOT_AN_ERROR, OUTSIDE, VOIDED */
    public record Stamps(
            Instant reported, @Nullable Instant confirmed, @Nullable Instant classified, @Nullable Instant analysed, @Nullable Instant verified,
            @Nullable Instant explained, @Nullable Instant closed, @Nullable String outcome) {}

    public SubjectRef ref() {
        return ErrorKind.ref(id);
    }
}
