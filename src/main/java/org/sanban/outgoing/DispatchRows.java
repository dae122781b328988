package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of dispatch lines. */
@Component
class DispatchRows {

    private final JdbcClient jdbc;

    DispatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DispatchLine> of(long document) {
        return jdbc.sql("select * from outgoing_dispatch_line where document_id = ? order by id").param(document).query((row, n) -> read(row)).list();
    }

    /** Nothing happens where the request was done before. */
    void add(long document, Dispatching.NewLine line, String requestId) {
        jdbc.sql("""
                        insert into outgoing_dispatch_line (document_id, request_id, kind, name, organization, unit, copies, channel, collective)
                        values (:document, :request, :kind, :name, :organization, :unit, :copies, :channel, :collective) on conflict do nothing""")
                .param("document", document).param("request", requestId).param("kind", line.kind().name()).param("name", line.name())
                .param("organization", line.organization(), Types.BIGINT).param("unit", line.unit(), Types.BIGINT)
                .param("copies", line.copies()).param("channel", line.channel().name())
                .param("collective", line.collective(), Types.VARCHAR)
                .update();
    }

    void sent(long line, long by, @Nullable Long incoming, Instant at) {
        jdbc.sql("update outgoing_dispatch_line set sent_at = :at, sent_by = :by, incoming_id = :incoming where id = :line and sent_at is null")
                .param("at", Timestamp.from(at)).param("by", by).param("incoming", incoming, Types.BIGINT).param("line", line).update();
    }

    boolean acknowledged(long line, String who, Instant at) {
        return jdbc.sql("update outgoing_dispatch_line set acknowledged_at = ?, acknowledged_by = ? where id = ? and acknowledged_at is null and sent_at is not null")
                .params(Timestamp.from(at), who, line).update() == 1;
    }

    /** The paper whose line became that incoming paper, after stamping the line. */
    Optional<Long> registered(long incoming, String number, Instant at) {
        return jdbc.sql("""
                        update outgoing_dispatch_line set acknowledged_at = :at, acknowledged_by = :number
                         where incoming_id = :incoming and acknowledged_at is null returning document_id""")
                .param("at", Timestamp.from(at)).param("number", number).param("incoming", incoming).query(Long.class).optional();
    }

    void strike(long line, String reason, long by, Instant at) {
        jdbc.sql("update outgoing_dispatch_line set struck_at = ?, struck_by = ?, struck_reason = ? where id = ?")
                .params(Timestamp.from(at), by, reason, line).update();
    }

    void recalled(long document, Instant at) {
        jdbc.sql("update outgoing_dispatch_line set recalled_at = ? where document_id = ? and sent_at is not null and recalled_at is null")
                .params(Timestamp.from(at), document).update();
    }

    private static DispatchLine read(ResultSet row) throws SQLException {
        Instant struck = Outgoings.instant(row, "struck_at");
        return new DispatchLine(
                row.getLong("id"), DispatchLine.Kind.valueOf(row.getString("kind")), row.getString("name"), row.getObject("organization", Long.class),
                row.getObject("unit", Long.class), row.getInt("copies"), DispatchLine.Channel.valueOf(row.getString("channel")),
                Outgoings.instant(row, "sent_at"), row.getObject("sent_by", Long.class), Outgoings.instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"), row.getObject("incoming_id", Long.class),
                struck == null ? null : new DispatchLine.Struck(row.getString("struck_reason"), row.getLong("struck_by"), struck),
                Outgoings.instant(row, "recalled_at"), row.getString("collective"));
    }
}
