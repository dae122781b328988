package org.sanban.outgoing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of outgoing papers. */
@Component
class Outgoings {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ZoneId zone;

    Outgoings(JdbcClient jdbc, ObjectMapper json, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.zone = zone;
    }

    /** @throws NotFound when there is none */
    Row one(long id) {
        return find(id, "").orElseThrow(NotFound::new);
    }

    /** The paper, with its text kept from changing until the transaction ends. Take the handling first where both are locked. */
    Row lock(long id) {
        return find(id, " for update").orElseThrow(NotFound::new);
    }

    boolean exists(long id) {
        return find(id, "").isPresent();
    }

    private Optional<Row> find(long id, String suffix) {
        return jdbc.sql("select * from outgoing_document where id = :id" + suffix).param("id", id).query((row, n) -> read(row)).optional();
    }

    /** Lets one request through at a time; the paper that it made before, if any. */
    Optional<Row> byRequest(String requestId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:request, 13))) locked")
                .param("request", requestId).query(Integer.class).single();
        return jdbc.sql("select * from outgoing_document where request_id = :request").param("request", requestId)
                .query((row, n) -> read(row)).optional();
    }

    long insert(Draft draft, long drafter, long unit, String requestId, Instant at) {
        return jdbc.sql("""
                        insert into outgoing_document (request_id, drafter, owner_unit, created_at, draft, written_by, written_at)
                        values (:request, :drafter, :unit, :at, cast(:draft as jsonb), :drafter, :at) returning id""")
                .param("request", requestId).param("drafter", drafter).param("unit", unit).param("at", Timestamp.from(at))
                .param("draft", json.writeValueAsString(draft))
                .query(Long.class).single();
    }

    void write(long id, Draft draft, long by, Instant at) {
        jdbc.sql("""
                        update outgoing_document set draft = cast(:draft as jsonb), text_version = text_version + 1, written_by = :by, written_at = :at
                         where id = :id""")
                .param("draft", json.writeValueAsString(draft)).param("by", by).param("at", Timestamp.from(at)).param("id", id)
                .update();
    }

    void lease(long id, @Nullable Long holder, @Nullable String window, @Nullable Instant since, @Nullable Instant until) {
        jdbc.sql("""
                        update outgoing_document set lease_holder = :holder, lease_window = :window, lease_since = :since, lease_until = :until
                         where id = :id""")
                .param("holder", holder, java.sql.Types.BIGINT).param("window", window, java.sql.Types.VARCHAR)
                .param("since", stamp(since), java.sql.Types.TIMESTAMP).param("until", stamp(until), java.sql.Types.TIMESTAMP).param("id", id)
                .update();
    }

    void choose(long id, @Nullable String series, @Nullable Long reserved) {
        jdbc.sql("update outgoing_document set series = :series, reserved_line = :reserved where id = :id")
                .param("series", series, java.sql.Types.VARCHAR).param("reserved", reserved, java.sql.Types.BIGINT).param("id", id)
                .update();
    }

    /** 成文日期 is the day of the last signature (domain.md §3.1). */
    void signed(long id, Instant at) {
        stamp(id, "signed_at = ?, signed_on = ?", at, Date.valueOf(LocalDate.ofInstant(at, zone)));
    }

    /** Writes one stamp. {@code set} is SQL of this module, never typed. */
    void stamp(long id, String set, Object... values) {
        Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
        for (int i = 0; i < values.length; i++) {
            all[i] = values[i] instanceof Instant at ? Timestamp.from(at) : values[i];
        }
        all[values.length] = id;
        jdbc.sql("update outgoing_document set " + set + " where id = ?").params(all).update();
    }

    private Row read(ResultSet row) throws SQLException {
        Date signed = row.getDate("signed_on");
        return new Row(
                row.getLong("id"), row.getLong("drafter"), row.getLong("owner_unit"), row.getTimestamp("created_at").toInstant(),
                json.readValue(row.getString("draft"), Draft.class), row.getInt("text_version"), row.getLong("written_by"),
                row.getTimestamp("written_at").toInstant(), row.getObject("lease_holder", Long.class), row.getString("lease_window"),
                instant(row, "lease_since"), instant(row, "lease_until"), instant(row, "signed_at"), signed == null ? null : signed.toLocalDate(),
                row.getString("series"), row.getObject("reserved_line", Long.class), row.getString("number"), row.getObject("number_line", Long.class), instant(row, "numbered_at"),
                row.getObject("numbered_text", Long.class), instant(row, "dispatched_at"), row.getObject("dispatched_text", Long.class),
                instant(row, "published_at"), row.getString("published_where"), json.readValue(row.getString("missing_waived"), NAMES),
                row.getString("waiver_reason"), instant(row, "recalled_at"), row.getString("recall_reason"),
                row.getObject("corrected_by", Long.class), instant(row, "closed_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
