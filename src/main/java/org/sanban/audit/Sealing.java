package org.sanban.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the chains that have grown: their heads under one Merkle root, chained to the seal before. From then on a chain can
 * neither be rewritten nor disappear unnoticed. What was written since the last seal is protected by its chain alone.
 */
@Component
public class Sealing implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final int batch;
    private final Duration every;

    Sealing(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${sanban.audit.seal-batch:1000}") int batch,
            @Value("${sanban.audit.seal-every:1m}") Duration every) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.batch = batch;
        this.every = every;
    }

    /**
     * Seals all chains that nobody is writing at this moment, in transactions of its own.
     *
     * @return number of chains sealed; 0 when nothing has happened since
     */
    public long seal(Instant at) {
        long sealed = 0;
        long now;
        do {
            now = Objects.requireNonNull(ownTransaction.execute(tx -> sealBatch(at)));
            sealed += now;
        } while (now == batch);
        return sealed;
    }

    private long sealBatch(Instant at) {
        long leaves = jdbc.sql("select audit_seal_chains(?, ?)")
                .params(at.atOffset(ZoneOffset.UTC), batch)
                .query(Long.class)
                .single();
        if (leaves > 0) {
            newest().ifPresent(seal -> log.info("Audit seal {} over {} chains", seal.anchor(), leaves));
        }
        return leaves;
    }

    /** The newest seal; empty as long as nothing was sealed. */
    @Transactional(readOnly = true)
    public Optional<Seal> newest() {
        return jdbc.sql("select id, sealed_at, leaf_count, merkle_root, hash from audit_seal order by id desc limit 1")
                .query((row, n) -> new Seal(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getLong(3),
                        HexFormat.of().formatHex(row.getBytes(4)),
                        HexFormat.of().formatHex(row.getBytes(5))))
                .optional();
    }

    @Override
    public String name() {
        return "audit.seal";
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void run(Instant at) {
        seal(at);
    }

    /** A seal. Noted down outside (on paper, in another log), {@link #anchor} proves later that nothing before it was rewritten. */
    public record Seal(long id, Instant sealedAt, long leafCount, String merkleRoot, String hash) {

        /** Number and hash in one line, as {@link Verification} takes it. */
        public String anchor() {
            return id + ":" + hash;
        }
    }
}
