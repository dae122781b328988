package org.sanban.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links of all chains in order and says at which the first of them breaks, and how. Keeps one link in memory.
 * {@link #accept} and {@link #head} are called until the first finding.
 */
final class ChainCheck {

    private static final byte[] NOTHING = {};

    /** How far away from its place a line is looked for, so that a broken chain is named in bounded time. */
    private static final long REACH = 10_000;

    private final BiPredicate<SubjectRef, byte[]> stored;
    private @Nullable SubjectRef subject;
    private long seq;
    private byte[] hash = NOTHING;
    private byte[] hashBefore = NOTHING;

    /** @param stored does this chain have a line with this hash? Asked once at most, about a broken one */
    ChainCheck(BiPredicate<SubjectRef, byte[]> stored) {
        this.stored = stored;
    }

    /** The next link, in order of subject and seq. */
    Optional<Finding> accept(Link link) {
        if (!link.subject().equals(subject)) {
            subject = link.subject();
            seq = 0;
            hash = NOTHING;
            hashBefore = NOTHING;
        }
        Optional<Finding> finding = look(link);
        seq = link.seq();
        hashBefore = hash;
        hash = link.hash();
        return finding;
    }

    private Optional<Finding> look(Link link) {
        if (link.seq() > seq + 1) {
            return found(Finding.What.MISSING, link, seq + 1);
        }
        if (link.seq() <= seq) {
            return found(Finding.What.INSERTED, link, link.seq());
        }
        if (!link.belongsAt(link.seq())) {
            return misplaced(link);
        }
        return link.follows(hash) ? Optional.empty() : found(Finding.What.ALTERED, link, Math.max(seq, 1));
    }

    /** The line is not what was written at this place: was it written at another one? */
    private Optional<Finding> misplaced(Link link) {
        if (link.belongsAt(link.seq() - 1) && link.follows(hashBefore) && seq > 0) {
            return found(Finding.What.INSERTED, link, link.seq() - 1);
        }
        if (link.belongsAt(link.seq() + 1) && !stored.test(link.subject(), link.prevHash())) {
            return found(Finding.What.MISSING, link, link.seq());
        }
        for (long away = 1; away <= REACH; away++) {
            if (link.belongsAt(link.seq() + away) || link.belongsAt(link.seq() - away)) {
                return found(Finding.What.REORDERED, link, link.seq());
            }
        }
        return found(Finding.What.ALTERED, link, link.seq());
    }

    /** The chain read last ends where its head says? */
    Optional<Finding> head(SubjectRef of, long headSeq, byte[] headHash) {
        if (seq < headSeq) {
            return Optional.of(new Finding(Finding.What.MISSING, of, seq + 1));
        }
        if (seq > headSeq) {
            return Optional.of(new Finding(Finding.What.INSERTED, of, headSeq + 1));
        }
        return Arrays.equals(hash, headHash) ? Optional.empty() : Optional.of(new Finding(Finding.What.ALTERED, of, seq));
    }

    private static Optional<Finding> found(Finding.What what, Link link, long seq) {
        return Optional.of(new Finding(what, link.subject(), seq));
    }
}
