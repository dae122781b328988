package org.sanban.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links of all chains in order and says at which the first of them breaks, and how. Keeps one link in memory.
 * {@link #accept} and {@link #head} are called until the first finding.
 */
final class ChainCheck {

    private static final byte[] NOTHING = {};

    /** How far away from its place a line is looked for, so that a broken chain is named in bounded time. */
    private static final long REACH = 10_000;

    private final Function<SubjectRef, List<Link>> broken;
    private @Nullable SubjectRef subject;
    private long seq;
    private byte[] hash = NOTHING;
    private byte[] hashBefore = NOTHING;

    /** @param broken the lines of a chain as they stand. Asked once at most, about a broken one */
    ChainCheck(Function<SubjectRef, List<Link>> broken) {
        this.broken = broken;
    }

    /**
     * The next link, in order of subject and seq.
     *
     * @param head hash of the head of its chain; null: it has none
     */
    Optional<Finding> accept(Link link, byte @Nullable [] head) {
        if (!link.subject().equals(subject)) {
            subject = link.subject();
            seq = 0;
            hash = NOTHING;
            hashBefore = NOTHING;
        }
        Optional<Finding> finding = look(link, head);
        seq = link.seq();
        hashBefore = hash;
        hash = link.hash();
        return finding;
    }

    private Optional<Finding> look(Link link, byte @Nullable [] head) {
        if (link.seq() > seq + 1) {
            return found(Finding.What.MISSING, link, seq + 1);
        }
        if (link.seq() <= seq) {
            return found(Finding.What.INSERTED, link, link.seq());
        }
        if (!link.belongsAt(link.seq())) {
            return misplaced(link);
        }
        return link.follows(link.seq(), hash) ? Optional.empty() : unhinged(link, head);
    }

    /**
     * The line says what was written, yet its hash does not go with the one before: was that written anew, or this hash alone?
     * Where the next line, or the head, goes on from another hash than this, it is this one.
     */
    private Optional<Finding> unhinged(Link link, byte @Nullable [] head) {
        if (!(link instanceof Link.Borne borne)) {
            return found(Finding.What.ALTERED, link, Math.max(seq, 1));
        }
        Optional<Link> next = broken.apply(link.subject()).stream().filter(other -> other.seq() == link.seq() + 1).findFirst();
        boolean alone = next.isPresent() ? next.get().follows(link.seq() + 1, borne.hashAfter(link.seq(), hash)) : !Arrays.equals(link.hash(), head);
        return found(Finding.What.ALTERED, link, alone ? link.seq() : Math.max(seq, 1));
    }

    /** The line is not what was written at this place: was it written at another one? */
    private Optional<Finding> misplaced(Link link) {
        if (link.belongsAt(link.seq() - 1) && link.follows(link.seq() - 1, hashBefore) && seq > 0) {
            return found(Finding.What.INSERTED, link, link.seq() - 1);
        }
        if (link.belongsAt(link.seq() + 1) && broken.apply(link.subject()).stream().noneMatch(other -> link.follows(link.seq() + 1, other.hash()))) {
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
