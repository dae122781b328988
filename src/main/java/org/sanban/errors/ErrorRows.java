package org.sanban.errors;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.wire.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code error_record}. */
@Repository
class ErrorRows {

    private static final String ONE = "select e.*, r.no as recurrence_no from error_record e left join error_record r on r.id = e.recurrence_of where ";

    private final JdbcClient jdbc;
    private final Columns columns;
    private final ErrorSight sight;

    ErrorRows(JdbcClient jdbc, ErrorSight sight) {
        this.jdbc = jdbc;
        this.columns = new Columns(jdbc, "error_record");
        this.sight = sight;
    }

    /** Where the actor may read it. */
    Optional<ErrorRecord> seen(long id, Actor by) {
        return jdbc.sql(ONE + "e.id = :id and " + sight.of(by)).param("id", id).params(sight.params(by)).query(ErrorRows::read).optional();
    }

    ErrorRecord one(long id) {
        return jdbc.sql(ONE + "e.id = ?").param(id).query(ErrorRows::read).optional().orElseThrow(NotFound::new);
    }

    ErrorRecord lock(long id) {
        return jdbc.sql(ONE + "e.id = ? for update of e").param(id).query(ErrorRows::read).optional().orElseThrow(NotFound::new);
    }

    Optional<Long> byRequest(String requestId) {
        return jdbc.sql("select id from error_record where request_id = ?").param(requestId).query(Long.class).optional();
    }

    Optional<Long> byNumber(String no) {
        return jdbc.sql("select id from error_record where no = ?").param(no.strip()).query(Long.class).optional();
    }

    /** The next number of the year; the row of the year is locked to the end of the transaction, so that none is left out. */
    int nextNumber(int year) {
        return jdbc.sql("insert into error_counter (year, last) values (?, 1) on conflict (year) do update set last = error_counter.last + 1 returning last")
                .param(year).query(Integer.class).single();
    }

    long add(Map<String, ?> values) {
        return columns.insert(values);
    }

    /** Writes columns of a record that was read at {@code version}. @throws Stale when somebody wrote meanwhile */
    void set(long id, int version, Map<String, ?> values, Instant at) {
        if (!columns.update(id, version, values, at)) {
            throw new Stale();
        }
    }

    /** Writes columns in the transaction that holds it. */
    void stamp(long id, Map<String, ?> values, Instant at) {
        columns.update(id, null, values, at);
    }

    static ErrorRecord read(ResultSet row, int n) throws SQLException {
        String subjectKind = row.getString("subject_kind");
        SubjectRef subject = subjectKind == null ? null : new SubjectRef(subjectKind, row.getLong("subject_id"));
        String element = row.getString("span_element");
        String quote = row.getString("quote");
        return new ErrorRecord(
                row.getLong("id"), row.getString("no"), row.getString("business"),
                new ErrorRecord.About(subject, row.getString("subject_words"), row.getString("subject_urgency"), row.getString("subject_type")),
                Source.valueOf(row.getString("source")),
                new ErrorRecord.Found(at(row, "found_at"), row.getString("found_step"), instant(row, "occurred_at"), row.getString("introduced_step"),
                        row.getObject("unit", Long.class), row.getString("responsible_role")),
                new ErrorRecord.Nature(row.getString("kind"), list(row, "secondary_kinds"), row.getString("type_code"), row.getString("severity"), row.getBoolean("near_miss")),
                row.getString("description"), row.getString("should_be"),
                element == null && quote == null ? null
                        : new ErrorRecord.Span(element, row.getObject("span_from", Integer.class), row.getObject("span_to", Integer.class), quote),
                row.getString("effect"), row.getObject("recipients_affected", Integer.class),
                new ErrorRecord.Correction(row.getString("correction"), instant(row, "corrected_at")),
                new ErrorRecord.Cause(list(row, "cause_codes"), row.getString("cause_text"), list(row, "whys")),
                new ErrorRecord.Again(row.getObject("recurrence_of", Long.class), row.getString("recurrence_no"), row.getString("recurrence_by")),
                new ErrorRecord.Lesson(row.getString("casebook_ref"), instant(row, "casebook_at"), row.getString("rule_ref"), instant(row, "rule_at")),
                State.valueOf(row.getString("state")),
                new ErrorRecord.Stamps(at(row, "reported_at"), instant(row, "confirmed_at"), instant(row, "classified_at"), instant(row, "analysed_at"),
                        instant(row, "verified_at"), instant(row, "explained_at"), instant(row, "closed_at"), row.getString("outcome")),
                Openness.valueOf(row.getString("openness")), Clearance.values()[row.getInt("confidentiality")], row.getInt("version"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
