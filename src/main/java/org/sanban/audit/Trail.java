package org.sanban.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final String COLUMNS = "id, subject_kind, subject_id, seq, at, actor, on_behalf_of, what, detail, client, hash";
    private static final String ORDER = " order by at desc, subject_kind desc, subject_id desc, seq desc limit :limit";
    private static final List<Duration> WINDOWS = List.of(Duration.ofDays(1), Duration.ofDays(30));

    private final JdbcClient jdbc;
    private final TrailLines lines;

    Trail(JdbcClient jdbc, TrailLines lines) {
        this.jdbc = jdbc;
        this.lines = lines;
    }

    /**
     * What happened to one subject. Whether the reader may see the subject is the caller's question.
     *
     * @param after {@link Entry#seq} of the last line shown, or 0 for the newest
     */
    @Transactional(readOnly = true)
    public List<Entry> of(SubjectRef subject, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + " from " + lines.all() + " e where subject_kind = ? and subject_id = ? and seq < ? order by seq desc limit ?")
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

    /**
     * What happened anywhere, for the audit administrator. Rows of others have no index by time alone: they are looked for in the last
     * day, then in the last month, then everywhere, until a page is full.
     */
    @Transactional(readOnly = true)
    public List<Entry> search(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder which = new StringBuilder(" e where true");
        Map<String, @Nullable Object> parameters = new HashMap<>();
        narrow(which, parameters, " and subject_kind = :kind", "kind", filter.kind());
        narrow(which, parameters, " and subject_id = :subject", "subject", filter.id());
        narrow(which, parameters, " and (actor = :person or on_behalf_of = :person)", "person", filter.person());
        narrow(which, parameters, " and what = :what", "what", filter.what());
        narrow(which, parameters, " and at >= :from", "from", utc(filter.from()));
        narrow(which, parameters, " and at < :until", "until", utc(filter.until()));
        if (after != null) {
            narrow(which, parameters, " and at <= :at and (at, subject_kind, subject_id, seq) < (:at, :afterKind, :afterId, :afterSeq)", "at", utc(after.at()));
            parameters.put("afterKind", after.subject().kind());
            parameters.put("afterId", after.subject().id());
            parameters.put("afterSeq", after.seq());
        }
        parameters.put("limit", limit);
        for (Instant since : filter.id() == null ? windows(filter, after) : List.<Instant>of()) {
            parameters.put("since", utc(since));
            List<Entry> found = page(which.toString(), " and at >= :since", parameters);
            if (found.size() == limit && !found.getLast().at().isBefore(since)) {
                return found;
            }
        }
        return page(which.toString(), "", parameters);
    }

    private List<Entry> page(String which, String since, Map<String, @Nullable Object> parameters) {
        StringBuilder sql = new StringBuilder("select * from ((select ").append(COLUMNS).append(" from ").append(lines.own()).append(which).append(ORDER).append(")");
        lines.carried().forEach(rows -> sql.append(" union all (select ").append(COLUMNS).append(" from ").append(rows).append(which).append(since).append(ORDER).append(")"));
        return jdbc.sql(sql.append(") page").append(ORDER).toString()).params(parameters).query(Trail::entry).list();
    }

    /** Back from where the page begins: what was asked for, or the newest seal. None where nothing was ever sealed. */
    private List<Instant> windows(Filter filter, @Nullable Cursor after) {
        return Stream.of(Optional.ofNullable(after).map(Cursor::at), Optional.ofNullable(filter.until()), newestSeal())
                .flatMap(Optional::stream).min(Comparator.naturalOrder()).stream()
                .flatMap(from -> WINDOWS.stream().map(from::minus)).toList();
    }

    private Optional<Instant> newestSeal() {
        return jdbc.sql("select sealed_at from audit_seal order by id desc limit 1").query((row, n) -> row.getTimestamp(1).toInstant()).optional();
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
    public record Cursor(Instant at, SubjectRef subject, long seq) {}

    /**
     * One line of the trail.
     *
     * @param id of the row, unique within its table
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
            return new Cursor(at, subject, seq);
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
