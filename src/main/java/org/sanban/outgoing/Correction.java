package org.sanban.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's correction (改动), a fact: where, what, of which kind, by whom, at which step.
 *
 * @param element of the draft, as {@link Elements#of} names it
 * @param place in the old and in the new text
 * @param guessed the kind that was proposed
 * @param kind the kind that holds
 * @param substantive changes what is said
 * @param byAuthor the drafter's own change
 * @param answer the author's, null while there is none
 */
public record Correction(
        long id, long fromRevision, long toRevision, String element, Place place, String was, String is, Kind guessed, Kind kind,
        boolean substantive, boolean byAuthor, String step, long by, Instant at, @Nullable Answer answer) {

    /** Spans in characters: from inclusive, to exclusive. */
    public record Place(int from, int to, int newFrom, int newTo) {}

    /** Kinds of error (错 漏 多 格式 标点 措辞 不是差错). */
    public enum Kind {
        WRONG,
        MISSING,
        EXTRA,
        FORMAT,
        PUNCTUATION,
        WORDING,
        NOT_AN_ERROR
    }

    /** @param accepted else {@code words} say why it is not */
    public record Answer(boolean accepted, @Nullable String words, long by, Instant at) {}

    /** Does it wait for the author? */
    public boolean open() {
        return !byAuthor && answer == null;
    }
}
