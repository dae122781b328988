package org.sanban.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a countersigner chose before finishing. */
@Component
class Verdicts {

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void choose(long document, long person, Approval.Verdict verdict, Instant at) {
        jdbc.sql("insert into outgoing_verdict (document_id, person, verdict, at) values (?, ?, ?, ?)")
                .params(document, person, verdict.name(), Timestamp.from(at)).update();
    }

    /** The latest choice since {@code after}; a bare signature is consent. */
    Optional<Approval.Verdict> of(long document, long person, Instant after) {
        return jdbc.sql("""
                        select verdict from outgoing_verdict where document_id = :document and person = :person and at >= :after
                         order by id desc limit 1""")
                .param("document", document).param("person", person).param("after", Timestamp.from(after))
                .query(String.class).optional().map(Approval.Verdict::valueOf);
    }
}
