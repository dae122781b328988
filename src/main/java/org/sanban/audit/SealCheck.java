package org.sanban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all seals with their leaves in order and says which of them, or which line under them, is not what was sealed. */
final class SealCheck {

    /** One row for each leaf; what the trail says today stands in the last two columns. Looked up leaf by leaf, so that memory stays constant. */
    static String query(TrailLines lines) {
        return """
                select s.id, s.form, s.sealed_at, s.leaf_count, s.merkle_root, s.prev_hash, s.hash,
                       l.subject_kind, l.subject_id, l.seq, l.hash,
                       (select e.hash from %1$s e where e.subject_kind = l.subject_kind and e.subject_id = l.subject_id and e.seq = l.seq limit 1),
                       exists (select 1 from %1$s x where x.subject_kind = l.subject_kind and x.subject_id = l.subject_id)
                  from audit_seal s
                  left join audit_seal_leaf l on l.seal_id = s.id
                 order by s.id, l.place""".formatted(lines.all());
    }

    private final @Nullable Anchor anchor;
    private boolean anchored;
    private @Nullable Seal open;
    private MerkleRoot root = new MerkleRoot();
    private long leaves;
    private @Nullable Finding underIt;
    private long count;
    private byte[] hash = {};

    SealCheck(@Nullable Anchor anchor) {
        this.anchor = anchor;
    }

    long count() {
        return count;
    }

    Optional<Finding> accept(ResultSet row) throws SQLException {
        Optional<Finding> finding = Optional.empty();
        if (open == null || open.id != row.getLong(1)) {
            finding = close();
            open = Seal.of(row);
            root = new MerkleRoot();
            leaves = 0;
        }
        if (row.getString(8) != null) {
            leaf(row);
        }
        return finding;
    }

    private void leaf(ResultSet row) throws SQLException {
        SubjectRef subject = new SubjectRef(row.getString(8), row.getLong(9));
        long seq = row.getLong(10);
        byte[] sealed = row.getBytes(11);
        byte[] stored = row.getBytes(12);
        root.add(MerkleRoot.leaf(subject.kind(), subject.id(), seq, sealed));
        leaves++;
        if (underIt == null && !Arrays.equals(sealed, stored)) {
            Finding.What what = stored != null
                    ? Finding.What.ALTERED
                    : row.getBoolean(13) ? Finding.What.MISSING : Finding.What.CHAIN_MISSING;
            underIt = new Finding(what, subject, seq);
        }
    }

    /** The last row of a seal was read: does it hold? A leaf that differs counts against the trail only if the seal itself is whole. */
    private Optional<Finding> close() {
        Seal seal = open;
        if (seal == null) {
            return Optional.empty();
        }
        count++;
        if (seal.id != count) {
            return Optional.of(new Finding(Finding.What.SEAL_MISSING, null, count));
        }
        anchored |= anchor != null && anchor.seal() == seal.id;
        boolean whole = seal.holds(hash, leaves, root.root())
                && (anchor == null || anchor.seal() != seal.id || anchor.matches(seal.hash));
        hash = seal.hash;
        return whole ? Optional.ofNullable(underIt) : Optional.of(new Finding(Finding.What.SEAL_ALTERED, null, seal.id));
    }

    /** After the last row. */
    Optional<Finding> finish() {
        Optional<Finding> finding = close();
        if (finding.isEmpty() && anchor != null && !anchored) {
            return Optional.of(new Finding(Finding.What.SEAL_MISSING, null, anchor.seal()));
        }
        return finding;
    }

    private record Seal(
            long id, int form, Instant at, long leafCount, byte[] merkleRoot, byte[] prevHash, byte[] hash) {

        static Seal of(ResultSet row) throws SQLException {
            return new Seal(
                    row.getLong(1),
                    row.getInt(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getLong(4),
                    row.getBytes(5),
                    row.getBytes(6),
                    row.getBytes(7));
        }

        boolean holds(byte[] previous, long leaves, byte @Nullable [] root) {
            byte[] expected = new Canonical()
                    .add("sanban.seal." + form)
                    .add(id)
                    .add(at)
                    .add(leafCount)
                    .add(merkleRoot)
                    .add(prevHash)
                    .sha256();
            return leafCount == leaves
                    && Arrays.equals(merkleRoot, root)
                    && Arrays.equals(prevHash, previous)
                    && Arrays.equals(hash, expected);
        }
    }
}
