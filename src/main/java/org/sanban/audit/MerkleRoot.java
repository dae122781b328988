package org.sanban.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root over any number of leaves, kept in memory proportional to the logarithm of their number. Pairs are hashed level by
 * level; one left over at the end of a level moves up as it is.
 */
final class MerkleRoot {

    private static final byte[] LEAF = {0};
    private static final byte[] PAIR = {1};

    /** At place n: a complete subtree of 2^n leaves that waits for its partner. */
    private final List<byte @Nullable []> waiting = new ArrayList<>();

    static byte[] leaf(String kind, long id, long seq, byte[] hash) {
        byte[] fields = new Canonical().add(kind).add(id).add(seq).add(hash).bytes();
        return Canonical.sha256(LEAF, fields);
    }

    void add(byte[] leaf) {
        byte[] carried = leaf;
        for (int level = 0; ; level++) {
            if (level == waiting.size()) {
                waiting.add(carried);
                return;
            }
            byte[] partner = waiting.get(level);
            if (partner == null) {
                waiting.set(level, carried);
                return;
            }
            carried = Canonical.sha256(PAIR, partner, carried);
            waiting.set(level, null);
        }
    }

    /** Null without leaves. */
    byte @Nullable [] root() {
        byte[] root = null;
        for (byte[] subtree : waiting) {
            if (subtree != null) {
                root = root == null ? subtree : Canonical.sha256(PAIR, subtree, root);
            }
        }
        return root;
    }
}
