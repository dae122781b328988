package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of approvals; added, never changed. That one became void is a row of its own. */
@Component
class ApprovalRows {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long document, Approval a) {
        jdbc.sql("""
                        insert into outgoing_approval (document_id, revision_id, sha256, kind, verdict, person, unit, organization, person_name, words,
                          file_id, given_on, entered_by, deputy, movement, at)
                        values (:document, :revision, :sha256, :kind, :verdict, :person, :unit, :organization, :name, :words, :file, :on, :by, :deputy, :movement, :at)""")
                .param("document", document).param("revision", a.revision()).param("sha256", a.sha256()).param("kind", a.kind().name())
                .param("verdict", a.verdict() == null ? null : a.verdict().name(), Types.VARCHAR).param("person", a.person(), Types.BIGINT)
                .param("unit", a.unit(), Types.BIGINT).param("organization", a.organization(), Types.BIGINT).param("name", a.name())
                .param("words", a.words(), Types.VARCHAR).param("file", a.file(), Types.BIGINT).param("on", a.givenOn())
                .param("by", a.enteredBy()).param("deputy", a.deputy()).param("movement", a.movement(), Types.BIGINT).param("at", Timestamp.from(a.at()))
                .update();
    }

    void voidOne(long approval, long revision, Approval.Reason reason, Instant at) {
        jdbc.sql("insert into outgoing_approval_void (approval_id, revision_id, reason, at) values (?, ?, ?, ?)")
                .params(approval, revision, reason.name(), Timestamp.from(at)).update();
    }

    /** All of a paper, in the order in which they were given. */
    List<Approval> of(long document) {
        return jdbc.sql("""
                        select a.*, r.no, v.revision_id as void_revision, v.reason, v.at as void_at, w.no as void_no
                          from outgoing_approval a join outgoing_revision r on r.id = a.revision_id
                          left join outgoing_approval_void v on v.approval_id = a.id
                          left join outgoing_revision w on w.id = v.revision_id
                         where a.document_id = :document order by a.id""")
                .param("document", document).query((row, n) -> read(row)).list();
    }

    private static Approval read(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        String reason = row.getString("reason");
        return new Approval(
                row.getLong("id"), row.getLong("revision_id"), row.getInt("no"), row.getString("sha256"), Approval.Kind.valueOf(row.getString("kind")),
                verdict == null ? null : Approval.Verdict.valueOf(verdict), row.getObject("person", Long.class), row.getObject("unit", Long.class),
                row.getObject("organization", Long.class), Objects.requireNonNullElse(row.getString("person_name"), ""), row.getString("words"),
                row.getObject("file_id", Long.class), row.getDate("given_on").toLocalDate(), row.getLong("entered_by"),
                row.getBoolean("deputy"), row.getObject("movement", Long.class),
                row.getTimestamp("at").toInstant(),
                reason == null
                        ? null
                        : new Approval.Voided(
                                row.getLong("void_revision"), row.getInt("void_no"), Approval.Reason.valueOf(reason), row.getTimestamp("void_at").toInstant()));
    }
}
