package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of frozen texts; added, never changed. */
@Component
class RevisionRows {

    private static final TypeReference<List<Elements.File>> FILES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RevisionRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Revision> last(long document) {
        return jdbc.sql("select * from outgoing_revision where document_id = :document order by no desc limit 1")
                .param("document", document).query((row, n) -> read(row)).optional();
    }

    Optional<Revision> one(long document, int no) {
        return jdbc.sql("select * from outgoing_revision where document_id = :document and no = :no")
                .param("document", document).param("no", no).query((row, n) -> read(row)).optional();
    }

    Optional<Revision> byId(@Nullable Long id) {
        return id == null ? Optional.empty() : jdbc.sql("select * from outgoing_revision where id = :id").param("id", id)
                .query((row, n) -> read(row)).optional();
    }

    List<Revision> of(long document) {
        return jdbc.sql("select * from outgoing_revision where document_id = :document order by no").param("document", document)
                .query((row, n) -> read(row)).list();
    }

    /** @param fresh its id is not looked at */
    Revision add(Revision fresh, String canonical) {
        long id = jdbc.sql("""
                        insert into outgoing_revision (document_id, no, sha256, canonical, draft, files, reasons, substantive, step, by_person, at)
                        values (:document, :no, :sha256, :canonical, cast(:draft as jsonb), cast(:files as jsonb), cast(:reasons as jsonb),
                                :substantive, :step, :by, :at) returning id""")
                .param("document", fresh.document()).param("no", fresh.no()).param("sha256", fresh.sha256()).param("canonical", canonical)
                .param("draft", json.writeValueAsString(fresh.draft())).param("files", json.writeValueAsString(fresh.files()))
                .param("reasons", json.writeValueAsString(fresh.reasons())).param("substantive", fresh.substantive())
                .param("step", fresh.step()).param("by", fresh.by()).param("at", Timestamp.from(fresh.at()))
                .query(Long.class).single();
        return new Revision(
                id, fresh.document(), fresh.no(), fresh.sha256(), fresh.draft(), fresh.files(), fresh.reasons(), fresh.substantive(), fresh.step(),
                fresh.by(), fresh.at());
    }

    private Revision read(ResultSet row) throws SQLException {
        return new Revision(
                row.getLong("id"), row.getLong("document_id"), row.getInt("no"), row.getString("sha256"),
                json.readValue(row.getString("draft"), Draft.class), json.readValue(row.getString("files"), FILES),
                json.readValue(row.getString("reasons"), REASONS), row.getBoolean("substantive"), row.getString("step"), row.getLong("by_person"),
                row.getTimestamp("at").toInstant());
    }
}
