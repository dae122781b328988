package org.sanban.archive;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposes a retention (保管期限) by the office's table; the archivist confirms it. */
@Component
class RetentionRules {

    /** @param retention a {@link Retention}, or {@code NONE} where the paper need not be kept */
    record Proposal(String retention, String basis) {}

    private final JdbcClient jdbc;

    RetentionRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first rule that fits, else nothing is proposed. */
    Proposal propose(String kind, String docType, String owner, String title) {
        return jdbc.sql("""
                select retention, basis from archive_retention_rule
                 where (subject_kind is null or subject_kind = :kind) and (doc_type is null or doc_type = :type)
                   and (owner is null or owner = :owner) and (words is null or :title ~ words)
                 order by ordering, id limit 1""")
                .param("kind", kind).param("type", docType).param("owner", owner).param("title", title)
                .query((row, n) -> new Proposal(row.getString("retention"), row.getString("basis")))
                .optional().orElse(new Proposal("", ""));
    }
}
