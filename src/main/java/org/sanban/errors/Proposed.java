package org.sanban.errors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * Something that may be an error, told by whatever module saw it happen: publish it through Spring's event publisher in the transaction of the
 * act. The register keeps it, lays it before its keeper with what else belongs to the same subject and round, and a person decides. It names
 * nobody.
 *
 * <pre>{@code events.publishEvent(Proposed.of(Origin.PROOF_DIFFERS, subject, "proof/" + comparison, words, at).made("typeset", null).found("proofread"));}</pre>
 *
 * @param key names the fact for ever, e.g. {@code correction/17}: the same fact is proposed once however often it is told
 * @param sort what the threshold is learned by beside the origin, e.g. the kind of a correction
 * @param round of the subject; null for the present one
 * @param words what was, in one sentence that can become the description of the error
 */
public record Proposed(
        Origin origin, String sort, String key, SubjectRef subject, @Nullable Integer round, Instant foundAt, @Nullable String foundStep,
        @Nullable Instant madeAt, @Nullable String madeStep, @Nullable Long unit, @Nullable String kind, @Nullable String type, String words,
        @Nullable String shouldBe, @Nullable String element, @Nullable Integer from, @Nullable Integer to) {

    /** Where proposals come from. */
    public enum Origin {
        /** A reviewer's classified correction. */
        CORRECTION(Source.REVIEWER),
        /** Sent back with grounds. */
        RETURN(Source.REVIEWER),
        /** Finished after its limit (拖). */
        LATE(Source.SYSTEM_SUGGESTED),
        /** Left lying a day after its limit (拖). */
        LEFT(Source.SYSTEM_SUGGESTED),
        /** A proof that differs from the signed text. */
        PROOF_DIFFERS(Source.SYSTEM_SUGGESTED),
        NUMBER_VOIDED(Source.SYSTEM_SUGGESTED),
        ARCHIVE_REJECTED(Source.REVIEWER),
        /** Sent where it should not have gone. */
        DELIVERY_RECALLED(Source.SYSTEM_SUGGESTED),
        MEETING(Source.SYSTEM_SUGGESTED),
        AFFAIR(Source.SYSTEM_SUGGESTED),
        /** A finding of the checks that was passed over. */
        FINDING(Source.SYSTEM_SUGGESTED);

        final Source source;

        Origin(Source source) {
            this.source = source;
        }
    }

    public static Proposed of(Origin origin, SubjectRef subject, String key, String words, Instant at) {
        return new Proposed(origin, "", key, subject, null, at, null, null, null, null, null, null, words, null, null, null, null);
    }

    public Proposed sort(String sort) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    public Proposed round(int round) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    /** @param step at which it arose */
    public Proposed made(String step, @Nullable Instant at) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, at, step, unit, kind, type, words, shouldBe, element, from, to);
    }

    public Proposed found(String step) {
        return new Proposed(origin, sort, key, subject, round, foundAt, step, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    public Proposed in(long unit) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    /** @param kind OMITTED, DELAYED, MISHANDLED, WRONG or SUBSTANDARD; {@code type} e.g. {@code E-DO-05}, or null */
    public Proposed as(String kind, @Nullable String type) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    public Proposed instead(@Nullable String shouldBe) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }

    /** The place in the text. */
    public Proposed at(String element, int from, int to) {
        return new Proposed(origin, sort, key, subject, round, foundAt, foundStep, madeAt, madeStep, unit, kind, type, words, shouldBe, element, from, to);
    }
}
