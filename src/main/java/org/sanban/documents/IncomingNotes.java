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

    /** The latest of each that a paper has. */
    record Latest(@Nullable Review review, @Nullable Assignment assignment, @Nullable Reply reply) {}

    private static final String REVIEW = "r.id as r_id, r.answers, r.grounds, r.to_correct, r.by_person as r_by, r.at as r_at";
    private static final String ASSIGNMENT = "a.id as a_id, a.lead_id, a.supporting, a.product, a.note, a.by_person as a_by, a.at as a_at";
    private static final String REPLY = "y.id as y_id, y.form, y.replied_on, y.text, y.link, y.number, y.by_person as y_by, y.at as y_at";

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
        return jdbc.sql("select " + REVIEW + latest("incoming_review", "r", ":document")).param("document", document).query((row, n) -> review(row)).optional();
    }

    private Review review(ResultSet row) throws SQLException {
        return new Review(
                json.readValue(row.getString("answers"), ANSWERS), json.readValue(row.getString("grounds"), GROUNDS),
                row.getString("to_correct"), row.getLong("r_by"), row.getTimestamp("r_at").toInstant());
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
        return jdbc.sql("select " + ASSIGNMENT + latest("incoming_assignment", "a", ":document")).param("document", document).query((row, n) -> assignment(row)).optional();
    }

    private Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getObject("lead_id", Long.class), json.readValue(row.getString("supporting"), IDS),
                Assignment.Product.valueOf(row.getString("product")), row.getString("note"), row.getLong("a_by"),
                row.getTimestamp("a_at").toInstant());
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
        return jdbc.sql("select " + REPLY + latest("incoming_reply", "y", ":document")).param("document", document).query((row, n) -> reply(row)).optional();
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                Reply.Form.valueOf(row.getString("form")), row.getDate("replied_on").toLocalDate(), row.getString("text"),
                row.getString("link"), row.getString("number"), row.getLong("y_by"), row.getTimestamp("y_at").toInstant());
    }

    /** All three in one statement. */
    Latest latest(long document) {
        return jdbc.sql("select " + REVIEW + ", " + ASSIGNMENT + ", " + REPLY + " from (values (cast(:document as bigint))) d (id)"
                        + beside("incoming_review", "r") + beside("incoming_assignment", "a") + beside("incoming_reply", "y"))
                .param("document", document)
                .query((row, n) -> new Latest(
                        row.getObject("r_id") == null ? null : review(row), row.getObject("a_id") == null ? null : assignment(row),
                        row.getObject("y_id") == null ? null : reply(row)))
                .single();
    }

    private static String beside(String table, String alias) {
        return " left join lateral (select " + alias + ".*" + latest(table, alias, "d.id") + ") " + alias + " on true";
    }

    private static String latest(String table, String alias, String document) {
        return " from " + table + " " + alias + " where " + alias + ".document_id = " + document + " order by " + alias + ".id desc limit 1";
    }
}
