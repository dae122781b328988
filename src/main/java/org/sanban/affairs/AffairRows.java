package org.sanban.affairs;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.wire.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code affair} and {@code affair_party}. */
@Repository
class AffairRows {

    private static final String ONE = "select a.* from affair a join handling h on h.subject_kind = 'affair' and h.subject_id = a.id where ";

    private final JdbcClient jdbc;
    private final Columns columns;
    private final AffairSight sight;

    AffairRows(JdbcClient jdbc, AffairSight sight) {
        this.jdbc = jdbc;
        this.columns = new Columns(jdbc, "affair");
        this.sight = sight;
    }

    /** Where the actor may read it. */
    Optional<Affair> seen(long id, Actor by) {
        return jdbc.sql(ONE + "a.id = :id and " + sight.of(by)).param("id", id).params(sight.params(by)).query((row, n) -> read(row)).optional();
    }

    /** @throws NotFound when there is none */
    Affair one(long id) {
        return jdbc.sql("select a.* from affair a where a.id = ?").param(id).query((row, n) -> read(row)).optional().orElseThrow(NotFound::new);
    }

    Affair lock(long id) {
        return jdbc.sql("select a.* from affair a where a.id = ? for update").param(id).query((row, n) -> read(row)).optional().orElseThrow(NotFound::new);
    }

    /** Lets one request through at a time; the affair that it made before, if any. */
    Optional<Long> byRequest(String requestId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 61))) locked").param(requestId).query(Integer.class).single();
        return jdbc.sql("select id from affair where request_id = ?").param(requestId).query(Long.class).optional();
    }

    Optional<Long> numbered(String no) {
        return jdbc.sql("select id from affair where no = :no or origin_no = :no order by id limit 1").param("no", no.strip()).query(Long.class).optional();
    }

    long add(Map<String, ?> values) {
        return columns.insert(values);
    }

    /** Writes columns of an affair that was read at {@code version}. @throws Stale when somebody wrote meanwhile */
    void set(long id, int version, Map<String, ?> values, Instant at) {
        if (!columns.update(id, version, values, at)) {
            throw new Stale();
        }
    }

    /** Writes columns in the transaction that holds it. */
    void stamp(long id, Map<String, ?> values, Instant at) {
        columns.update(id, null, values, at);
    }

    /** Writes who takes part, in the place of those who did. */
    void parties(long id, List<Affair.Party> parties) {
        jdbc.sql("delete from affair_party where affair_id = ?").param(id).update();
        int n = 0;
        for (Affair.Party one : parties) {
            jdbc.sql("insert into affair_party (affair_id, part, unit, organization, ordering) values (:id, :part, cast(:unit as bigint), cast(:body as bigint), :n)")
                    .param("id", id).param("part", one.part().name()).param("unit", one.unit()).param("body", one.organization()).param("n", n++).update();
        }
    }

    private List<Affair.Party> parties(long id) {
        return new ArrayList<>(jdbc.sql("select part, unit, organization from affair_party where affair_id = ? order by ordering").param(id)
                .query((row, n) -> new Affair.Party(Affair.Party.Part.valueOf(row.getString(1)), row.getObject(2, Long.class), row.getObject(3, Long.class))).list());
    }

    /** Is it the task of whoever leads? */
    boolean leads(long task) {
        return jdbc.sql("select part = 'LEAD' from task where id = ?").param(task).query(Boolean.class).single();
    }

    /** The units before which the handling lies now, the lead first. */
    List<Affair.Party> holding(long id) {
        return jdbc.sql("""
                        select distinct t.part, t.unit_id from task t join handling h on h.id = t.handling_id and h.visit = t.visit
                         where h.subject_kind = 'affair' and h.subject_id = ? and t.kind = 'MAIN' and t.part in ('LEAD', 'SUPPORT') and t.unit_id <> 0 order by t.part, t.unit_id""").param(id)
                .query((row, n) -> Affair.Party.unit(Affair.Party.Part.valueOf(row.getString(1)), row.getLong(2))).list();
    }

    /** When what lies with the lead is due. */
    Optional<Instant> leadDue(long id) {
        return jdbc.sql("""
                        select t.due_at from task t join handling h on h.id = t.handling_id and h.visit = t.visit
                         where h.subject_kind = 'affair' and h.subject_id = ? and t.kind = 'MAIN' and t.part = 'LEAD' and t.state = 'OPEN' and t.due_at is not null""").param(id)
                .query((row, n) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** The open affair that came of a matter and asks for something, the first one. */
    Optional<Long> openOf(SubjectRef source) {
        return jdbc.sql("select id from affair where source_kind = ? and source_id = ? and closed_at is null and state not in ('NOT_REGISTERED', 'MERGED', 'VOIDED') order by id limit 1")
                .params(source.kind(), source.id()).query(Long.class).optional();
    }

    private Affair read(ResultSet row) throws SQLException {
        String kind = row.getString("source_kind");
        String satisfaction = row.getString("satisfaction");
        Date answered = row.getDate("answered_on");
        long id = row.getLong("id");
        return new Affair(
                id, row.getString("category"), row.getString("no"), row.getString("origin_no"), row.getString("title"),
                new Affair.Source(SourceType.valueOf(row.getString("source_type")), kind == null ? null : new SubjectRef(kind, row.getLong("source_id")), row.getString("source_words")),
                row.getString("instruction"), row.getString("standard"), row.getBoolean("first_matter"), Lane.valueOf(row.getString("lane")), row.getString("lane_reason"),
                row.getObject("owner", Long.class), row.getLong("owner_unit"), parties(id), instant(row, "due_at"), row.getBoolean("sensitive"),
                State.valueOf(row.getString("state")),
                new Affair.Stamps(row.getTimestamp("created_at").toInstant(), instant(row, "registered_at"), instant(row, "entrusted_at"), instant(row, "closed_at"), row.getString("outcome")),
                row.getInt("rounds"), row.getString("result"), row.getString("after_action"), row.getObject("merged_into", Long.class),
                new Affair.Answer(row.getString("answer_class"), answered == null ? null : answered.toLocalDate(),
                        satisfaction == null ? null : Affair.Satisfaction.valueOf(satisfaction), row.getString("satisfaction_words")),
                row.getLong("created_by"), row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
