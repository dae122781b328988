package org.sanban.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that the trail was not altered, or names the first place where it was: recomputes every link of every chain, every
 * leaf, every Merkle root and the chain of seals. Reads one snapshot in one pass with constant memory; writing goes on beside it.
 */
@Component
public class Verification {

    private static final int FETCH = 2_000;
    private static final String LINKS = "select e." + Link.COLUMNS.replace(", ", ", e.") + ", c.seq, c.hash from %s e"
            + " left join audit_chain c on c.subject_kind = e.subject_kind and c.subject_id = e.subject_id"
            + " order by e.subject_kind, e.subject_id, e.seq";
    private static final String OF_SUBJECT = "select " + Link.COLUMNS + " from %s e where subject_kind = ? and subject_id = ? order by seq";
    private static final String EMPTY_CHAIN = """
            select c.subject_kind, c.subject_id, c.seq from audit_chain c
             where not exists (select 1 from %s e where e.subject_kind = c.subject_kind and e.subject_id = c.subject_id)
             limit 1""";
    private static final String UNSEALED_CHAIN = """
            select c.subject_kind, c.subject_id, c.sealed_seq from audit_chain c
             where c.sealed_seq > 0 and not exists (select 1 from audit_seal_leaf l
                   where l.subject_kind = c.subject_kind and l.subject_id = c.subject_id and l.seq = c.sealed_seq)
             limit 1""";
    private static final String LOOSE_LEAF = """
            select l.seal_id from audit_seal_leaf l
             where not exists (select 1 from audit_seal s where s.id = l.seal_id) order by 1 limit 1""";

    private final JdbcTemplate jdbc;
    private final TrailLines lines;

    Verification(JdbcTemplate jdbc, TrailLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /** The same as {@link #verify(Anchor, LongConsumer)} without anchor and progress. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verify() {
        return verify(null, links -> {});
    }

    /**
     * @param anchor a seal noted down earlier, which must still be there
     * @param progress is told now and then how many links were read
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verify(@Nullable Anchor anchor, LongConsumer progress) {
        long start = System.nanoTime();
        Chains chains = new Chains(progress);
        SealCheck seals = new SealCheck(anchor);
        Optional<Finding> finding = scan(LINKS.formatted(lines.all()), chains::accept)
                .or(chains::finish)
                .or(() -> one(EMPTY_CHAIN.formatted(lines.all()), Finding.What.CHAIN_MISSING))
                .or(this::stray)
                .or(() -> scan(SealCheck.query(lines), seals::accept))
                .or(seals::finish)
                .or(this::looseLeaf)
                .or(() -> one(UNSEALED_CHAIN, Finding.What.SEAL_MISSING));
        return new Result(
                chains.links, chains.count, seals.count(), finding.orElse(null), Duration.ofNanos(System.nanoTime() - start));
    }

    /** How many links a full verification reads, for showing progress. */
    @Transactional(readOnly = true)
    public long links() {
        Long links = jdbc.queryForObject("select coalesce(sum(seq), 0)::bigint from audit_chain", Long.class);
        return links == null ? 0 : links;
    }

    private interface RowCheck {
        Optional<Finding> accept(ResultSet row) throws SQLException;
    }

    private Optional<Finding> scan(String query, RowCheck check) {
        return jdbc.query((Connection connection) -> streaming(connection, query), rows -> {
            Optional<Finding> finding = Optional.empty();
            while (finding.isEmpty() && rows.next()) {
                finding = check.accept(rows);
            }
            return finding;
        });
    }

    private static PreparedStatement streaming(Connection connection, String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCH);
        return statement;
    }

    private Optional<Finding> one(String query, Finding.What what) {
        return jdbc.query(query, (row, n) -> new Finding(what, new SubjectRef(row.getString(1), row.getLong(2)), row.getLong(3)))
                .stream()
                .findFirst();
    }

    private Optional<Finding> stray() {
        return lines.strays().stream().flatMap(query -> one(query + " limit 1", Finding.What.INSERTED).stream()).findFirst();
    }

    private Optional<Finding> looseLeaf() {
        return jdbc.query(LOOSE_LEAF, (row, n) -> new Finding(Finding.What.SEAL_MISSING, null, row.getLong(1))).stream()
                .findFirst();
    }

    private List<Link> chain(SubjectRef subject) {
        return jdbc.query(OF_SUBJECT.formatted(lines.all()), (row, n) -> Link.of(row), subject.kind(), subject.id());
    }

    /** All links in order, and at the end of each chain its head. */
    private final class Chains {
        private final ChainCheck check = new ChainCheck(Verification.this::chain);
        private final LongConsumer progress;
        private long links;
        private long count;
        private @Nullable SubjectRef subject;
        private long headSeq;
        private byte @Nullable [] headHash;

        Chains(LongConsumer progress) {
            this.progress = progress;
        }

        Optional<Finding> accept(ResultSet row) throws SQLException {
            Link link = Link.of(row);
            if (!link.subject().equals(subject)) {
                Optional<Finding> atTheEnd = finish();
                if (atTheEnd.isPresent()) {
                    return atTheEnd;
                }
                count++;
                subject = link.subject();
                headSeq = row.getLong(15);
                headHash = row.getBytes(16);
            }
            if (++links % FETCH == 0) {
                progress.accept(links);
            }
            return check.accept(link, headHash);
        }

        Optional<Finding> finish() {
            if (subject == null) {
                return Optional.empty();
            }
            return headHash == null
                    ? Optional.of(new Finding(Finding.What.CHAIN_MISSING, subject, 0))
                    : check.head(subject, headSeq, headHash);
        }
    }

    /** @param first the first broken place; null: the trail is whole */
    public record Result(long links, long chains, long seals, @Nullable Finding first, Duration took) {

        public boolean whole() {
            return first == null;
        }
    }
}
