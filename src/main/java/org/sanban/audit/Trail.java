package org.sanban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail (审计记录) as one reads it: of one subject, or across the office by filter. Newest first, paged by key. */
@Component
public class Trail {

    private static final String COLUMNS =
            "id, subject_kind, subject_id, seq, at, actor, on_behalf_of, what, detail, client, hash from audit_entry ";

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened to one subject. Whether the reader may see the subject is the caller's question.
     *
     * @param after {@link Entry#seq} of the last line shown, or 0 for the newest
     */
    @Transactional(readOnly = true)
    public List<Entry> of(SubjectRef subject, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + "where subject_kind = ? and subject_id = ? and seq < ? order by seq desc limit ?")
                .params(subject.kind(), subject.id(), after == 0 ? Long.MAX_VALUE : after, limit)
                .query(Trail::entry)
                .list();
    }

    /** Every kind of subject that has a chain, one look-up in the key a kind. */
    @Transactional(readOnly = true)
    public List<String> kinds() {
        return jdbc.sql("""
                        with recursive kinds (kind) as (
                          (select min(subject_kind) from audit_chain)
                          union all
                          select (select min(c.subject_kind) from audit_chain c where c.subject_kind > k.kind) from kinds k where k.kind is not null)
                        select kind from kinds where kind is not null""")
                .query(String.class)
                .list();
    }

    /** What happened anywhere, for the audit administrator. */
    @Transactional(readOnly = true)
    public List<Entry> search(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + "where true");
        Map<String, @Nullable Object> parameters = new HashMap<>();
        narrow(sql, parameters, " and subject_kind = :kind", "kind", filter.kind());
        narrow(sql, parameters, " and subject_id = :subject", "subject", filter.id());
        narrow(sql, parameters, " and (actor = :person or on_behalf_of = :person)", "person", filter.person());
        narrow(sql, parameters, " and what = :what", "what", filter.what());
        narrow(sql, parameters, " and at >= :from", "from", utc(filter.from()));
        narrow(sql, parameters, " and at < :until", "until", utc(filter.until()));
        if (after != null) {
            narrow(sql, parameters, " and (at, id) < (:at, :id)", "at", utc(after.at()));
            parameters.put("id", after.id());
        }
        parameters.put("limit", limit);
        return jdbc.sql(sql.append(" order by at desc, id desc limit :limit").toString())
                .params(parameters)
                .query(Trail::entry)
                .list();
    }

    private static void narrow(
            StringBuilder sql, Map<String, @Nullable Object> parameters, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        long principal = row.getLong("on_behalf_of");
        boolean nobody = row.wasNull();
        return new Entry(
                row.getLong("id"),
                new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("actor"),
                nobody ? null : principal,
                row.getString("what"),
                row.getString("detail"),
                row.getString("client"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /**
     * Empty fields do not narrow.
     *
     * @param person who acted, or on whose behalf
     * @param until exclusive
     */
    public record Filter(
            @Nullable String kind,
            @Nullable Long id,
            @Nullable Long person,
            @Nullable String what,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter ALL = new Filter(null, null, null, null, null, null);
    }

    /** Where a page of {@link #search} ended. */
    public record Cursor(Instant at, long id) {}

    /**
     * One line of the trail.
     *
     * @param actor person, 0 the system itself
     * @param detail JSON object as written
     */
    public record Entry(
            long id,
            SubjectRef subject,
            long seq,
            Instant at,
            long actor,
            @Nullable Long onBehalfOf,
            String what,
            String detail,
            String client,
            String hash) {

        private static final JsonMapper JSON = JsonMapper.shared();

        public Cursor cursor() {
            return new Cursor(at, id);
        }

        /** The detail taken apart; as one text where somebody has tampered with it. */
        public Map<String, Object> details() {
            try {
                return JSON.readValue(detail, new TypeReference<>() {});
            } catch (JacksonException e) {
                return Map.of("detail", detail);
            }
        }
    }
}
