package org.sanban.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.ErrorRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of the cases. */
@Component
class CaseRows {

    /** A case with its draft as the text. */
    static final String DRAFTED = "select c.*, c.draft as content, cast(null as bigint) as text_id from casebook_case c";
    /** A case with the text that was published last. */
    static final String PUBLISHED =
            "select c.*, t.content, t.id as text_id from casebook_case c join casebook_text t on t.case_id = c.id and t.edition = c.edition";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Case> drafted(long id) {
        return jdbc.sql(DRAFTED + " where c.id = ?").param(id).query(this::read).optional();
    }

    Optional<Case> published(long id) {
        return jdbc.sql(PUBLISHED + " where c.id = ?").param(id).query(this::read).optional();
    }

    Optional<Case> ofError(long error) {
        return jdbc.sql(DRAFTED + " where c.error_id = ?").param(error).query(this::read).optional();
    }

    /** The case as it is written now, kept from changing until the transaction ends. */
    Optional<Case> lock(long id) {
        return jdbc.sql(DRAFTED + " where c.id = ? for update").param(id).query(this::read).optional();
    }

    /** The next number of the year; the counter is locked, so none is left out. */
    String number(int year) {
        int last = jdbc.sql("insert into casebook_counter (year, last) values (?, 1) on conflict (year) do update set last = casebook_counter.last + 1 returning last")
                .param(year).query(Integer.class).single();
        return "CB-%d-%02d".formatted(year, last);
    }

    long insert(String ref, ErrorRecord error, CaseText text, Instant at) {
        return jdbc.sql("""
                        insert into casebook_case (ref, error_id, business, stage, kind, severity, draft, rules, made_at)
                        values (:ref, :error, :business, :stage, :kind, :severity, cast(:draft as jsonb), :rules, :at) returning id""")
                .param("ref", ref).param("error", error.id()).param("business", error.business()).param("stage", error.found().madeStep())
                .param("kind", error.nature().kind()).param("severity", error.nature().severity()).param("draft", json.writeValueAsString(text))
                .param("rules", text.rules().toArray(String[]::new)).param("at", Timestamp.from(at))
                .query(Long.class).single();
    }

    boolean write(long id, CaseText text, int version) {
        return jdbc.sql("update casebook_case set draft = cast(:draft as jsonb), version = version + 1 where id = :id and version = :version and state <> 'REMOVED'")
                .param("draft", json.writeValueAsString(text)).param("id", id).param("version", version).update() == 1;
    }

    /** Freezes the draft as the next edition; what the index goes by follows the error as it is now. */
    int publish(Case one, ErrorRecord error, LocalDate review, long by, Instant at) {
        int edition = one.edition() + 1;
        jdbc.sql("insert into casebook_text (case_id, edition, content, published_at, published_by) values (?, ?, cast(? as jsonb), ?, ?)")
                .params(one.id(), edition, json.writeValueAsString(one.text()), Timestamp.from(at), by).update();
        jdbc.sql("""
                        update casebook_case set state = 'PUBLISHED', edition = :edition, published_at = :at, review_on = :review, rules = :rules,
                               stage = :stage, kind = :kind, severity = :severity, version = version + 1 where id = :id""")
                .param("edition", edition).param("at", Timestamp.from(at)).param("review", review).param("rules", one.text().rules().toArray(String[]::new))
                .param("stage", error.found().madeStep()).param("kind", error.nature().kind()).param("severity", error.nature().severity()).param("id", one.id())
                .update();
        return edition;
    }

    void remove(long id, String reason, Instant at) {
        jdbc.sql("update casebook_case set state = 'REMOVED', removed_at = ?, remove_reason = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(at), reason, id).update();
    }

    void keep(long id, LocalDate review) {
        jdbc.sql("update casebook_case set review_on = ?, version = version + 1 where id = ?").params(review, id).update();
    }

    Case read(ResultSet row, int n) throws SQLException {
        return new Case(
                row.getLong("id"), row.getString("ref"), row.getLong("error_id"), row.getString("business"), row.getString("stage"), row.getString("kind"),
                row.getString("severity"), Case.State.valueOf(row.getString("state")), row.getInt("edition"),
                json.readValue(row.getString("content"), CaseText.class), row.getObject("text_id", Long.class), instant(row, "published_at"),
                row.getObject("review_on", LocalDate.class), row.getString("remove_reason"), row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
