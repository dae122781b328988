package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of corrections, of what reviewers say they are, and of the author's answers. */
@Component
class CorrectionRows {

    /** What somebody says about a change before it is sent. */
    record Choice(String element, int from, int to, String is, Correction.@Nullable Kind kind, @Nullable Boolean substantive) {
        boolean concerns(String name, int begins, int ends, String words) {
            return element.equals(name) && from == begins && to == ends && is.equals(words);
        }
    }

    private final JdbcClient jdbc;

    CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long document, Correction c) {
        jdbc.sql("""
                        insert into outgoing_correction (document_id, from_revision, to_revision, element, old_from, old_to, new_from, new_to,
                          old_words, new_words, guessed, kind, substantive, by_author, step, by_person, at)
                        values (:document, :from, :to, :element, :oldFrom, :oldTo, :newFrom, :newTo, :was, :is, :guessed, :kind, :substantive,
                          :byAuthor, :step, :by, :at)""")
                .param("document", document).param("from", c.fromRevision()).param("to", c.toRevision()).param("element", c.element())
                .param("oldFrom", c.place().from()).param("oldTo", c.place().to()).param("newFrom", c.place().newFrom())
                .param("newTo", c.place().newTo()).param("was", c.was()).param("is", c.is()).param("guessed", c.guessed().name())
                .param("kind", c.kind().name()).param("substantive", c.substantive()).param("byAuthor", c.byAuthor())
                .param("step", c.step()).param("by", c.by()).param("at", Timestamp.from(c.at()))
                .update();
    }

    List<Correction> of(long document) {
        return jdbc.sql("""
                        select c.*, a.answer, a.words, a.by_person as answered_by, a.at as answered_at from outgoing_correction c
                          left join outgoing_correction_answer a on a.correction_id = c.id where c.document_id = :document order by c.id""")
                .param("document", document).query((row, n) -> read(row)).list();
    }

    /** @return false when it was answered before */
    boolean answer(long correction, boolean accepted, @Nullable String words, long by, Instant at) {
        return jdbc.sql("""
                        insert into outgoing_correction_answer (correction_id, answer, words, by_person, at)
                        values (:correction, :answer, :words, :by, :at) on conflict do nothing""")
                .param("correction", correction).param("answer", accepted ? "ACCEPTED" : "ANSWERED")
                .param("words", words, java.sql.Types.VARCHAR).param("by", by).param("at", Timestamp.from(at))
                .update() == 1;
    }

    void choose(long document, long base, Choice choice, long by, Instant at) {
        jdbc.sql("""
                        insert into outgoing_correction_choice (document_id, base, element, old_from, old_to, new_words, kind, substantive, by_person, at)
                        values (:document, :base, :element, :from, :to, :is, :kind, :substantive, :by, :at)""")
                .param("document", document).param("base", base).param("element", choice.element()).param("from", choice.from())
                .param("to", choice.to()).param("is", choice.is()).param("kind", choice.kind() == null ? null : choice.kind().name(), java.sql.Types.VARCHAR)
                .param("substantive", choice.substantive(), java.sql.Types.BOOLEAN).param("by", by).param("at", Timestamp.from(at))
                .update();
    }

    /** The latest first. */
    List<Choice> choices(long document, long base) {
        return jdbc.sql("select * from outgoing_correction_choice where document_id = :document and base = :base order by id desc")
                .param("document", document).param("base", base)
                .query((row, n) -> new Choice(
                        row.getString("element"), row.getInt("old_from"), row.getInt("old_to"), row.getString("new_words"),
                        kind(row.getString("kind")), row.getObject("substantive", Boolean.class)))
                .list();
    }

    private static Correction.@Nullable Kind kind(@Nullable String name) {
        return name == null ? null : Correction.Kind.valueOf(name);
    }

    private static Correction read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Correction(
                row.getLong("id"), row.getLong("from_revision"), row.getLong("to_revision"), row.getString("element"),
                new Correction.Place(row.getInt("old_from"), row.getInt("old_to"), row.getInt("new_from"), row.getInt("new_to")),
                row.getString("old_words"), row.getString("new_words"), Correction.Kind.valueOf(row.getString("guessed")),
                Correction.Kind.valueOf(row.getString("kind")), row.getBoolean("substantive"), row.getBoolean("by_author"), row.getString("step"),
                row.getLong("by_person"), row.getTimestamp("at").toInstant(),
                answer == null
                        ? null
                        : new Correction.Answer(answer.equals("ACCEPTED"), row.getString("words"), row.getLong("answered_by"), row.getTimestamp("answered_at").toInstant()));
    }
}
