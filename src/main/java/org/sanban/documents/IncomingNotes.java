package org.sanban.documents;

import java.sql.Date;
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

/** What is written on a paper while it is handled: reviews, assignments, replies. Each is added, none is changed; the latest holds. */
@Component
class IncomingNotes {

    private static final TypeReference<Map<LawTest, Boolean>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Review.Found>> GROUNDS = new TypeReference<>() {};
    private static final TypeReference<List<Long>> IDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    IncomingNotes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(long document, Review review) {
        jdbc.sql("""
                        insert into incoming_review (document_id, answers, grounds, to_correct, by_person, at)
                        values (:document, cast(:answers as jsonb), cast(:grounds as jsonb), :toCorrect, :by, :at)""")
                .param("document", document)
                .param("answers", json.writeValueAsString(review.answers()))
                .param("grounds", json.writeValueAsString(review.grounds()))
                .param("toCorrect", review.toCorrect())
                .param("by", review.by())
                .param("at", Timestamp.from(review.at()))
                .update();
    }

    Optional<Review> review(long document) {
        return latest("incoming_review", document, row -> new Review(
                json.readValue(row.getString("answers"), ANSWERS), json.readValue(row.getString("grounds"), GROUNDS),
                row.getString("to_correct"), row.getLong("by_person"), row.getTimestamp("at").toInstant()));
    }

    void add(long document, Assignment assignment) {
        jdbc.sql("""
                        insert into incoming_assignment (document_id, lead_id, supporting, product, note, by_person, at)
                        values (:document, :lead, cast(:supporting as jsonb), :product, :note, :by, :at)""")
                .param("document", document)
                .param("lead", assignment.leadId())
                .param("supporting", json.writeValueAsString(assignment.supporting()))
                .param("product", assignment.product().name())
                .param("note", assignment.note())
                .param("by", assignment.by())
                .param("at", Timestamp.from(assignment.at()))
                .update();
    }

    Optional<Assignment> assignment(long document) {
        return latest("incoming_assignment", document, row -> new Assignment(
                row.getObject("lead_id", Long.class), json.readValue(row.getString("supporting"), IDS),
                Assignment.Product.valueOf(row.getString("product")), row.getString("note"), row.getLong("by_person"),
                row.getTimestamp("at").toInstant()));
    }

    void add(long document, Reply reply) {
        jdbc.sql("""
                        insert into incoming_reply (document_id, form, replied_on, text, link, number, by_person, at)
                        values (:document, :form, :on, :text, :link, :number, :by, :at)""")
                .param("document", document)
                .param("form", reply.form().name())
                .param("on", Date.valueOf(reply.on()))
                .param("text", reply.text())
                .param("link", reply.link())
                .param("number", reply.number())
                .param("by", reply.by())
                .param("at", Timestamp.from(reply.at()))
                .update();
    }

    Optional<Reply> reply(long document) {
        return latest("incoming_reply", document, row -> new Reply(
                Reply.Form.valueOf(row.getString("form")), row.getDate("replied_on").toLocalDate(), row.getString("text"),
                row.getString("link"), row.getString("number"), row.getLong("by_person"), row.getTimestamp("at").toInstant()));
    }

    private interface Row<T> {
        @Nullable T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> latest(String table, long document, Row<T> reader) {
        return jdbc.sql("select * from " + table + " where document_id = :document order by id desc limit 1")
                .param("document", document)
                .query((row, n) -> reader.read(row))
                .optional();
    }
}
