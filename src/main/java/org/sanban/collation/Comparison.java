package org.sanban.collation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * One comparison of a proof (一次校对).
 *
 * @param referenceLabel by which a person knows the text it was compared with
 * @param characters of that text, without white space
 * @param file the kept proof, null for text that is no file
 * @param pages 0 where the file does not say
 * @param current it is the latest of its kind, and the text has not changed since
 */
public record Comparison(
        long id, SubjectRef subject, String purpose, String referenceSha256, String referenceLabel, int characters, Source source, String name,
        @Nullable Long file, String proofSha256, int pages, boolean current, long by, Instant at, List<Difference> differences) {

    /** Where the proof came from. */
    public enum Source { UPLOADED, RENDERED, TEXT }

    /** What became of a difference. */
    public enum State {
        /** Nobody has dealt with it. */
        OPEN,
        /** Two persons have confirmed it. */
        CONFIRMED,
        /** It is gone in the next proof. */
        FIXED,
        /** It stands in the next proof again. */
        REPEATED
    }

    /** A difference with its number in the proof, from 1. */
    public record Difference(long id, int no, Discrepancy what, State state, List<Confirmation> confirmations) {}

    /** One person's word that it stands (确认). */
    public record Confirmation(long by, Instant at, String reason) {}

    /**
     * In which row of proofs it stands: what is brought from outside is mended by the next that is brought, what the house sets itself by the next
     * of the same kind of file. One never speaks for the other.
     */
    String series() {
        return source == Source.RENDERED ? source + name.substring(name.lastIndexOf('.') + 1) : source.name();
    }

    /** How many still stop the paper. */
    public long open() {
        return differences.stream().filter(d -> d.state() == State.OPEN).count();
    }
}
