package org.sanban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.Finding.What;
import org.sanban.testing.Flow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Movements are lines of the trail: each way of tampering with one is found, and the place is named. */
class TamperingWithMovementsTests extends TrailTest {

    /** Another value for each type of column. */
    private static final Map<String, String> OTHER = Map.of(
            "bigint", "coalesce(%1$s, 0) + 1000", "integer", "coalesce(%1$s, 0) + 1000", "smallint", "5 - %1$s", "text", "coalesce(%1$s, '') || 'x'", "jsonb", "%1$s || '{\"x\": 1}'",
            "timestamp with time zone", "%1$s + interval '1 microsecond'", "bytea", "sha256(%1$s)");

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TrailLines lines;

    private SubjectRef subject = subject();
    private String chain = "";

    /** Of a paper: its start, a line that the trail wrote itself, and four acts. */
    @BeforeEach
    void aSealedChainOfSix() {
        subject = flow.start();
        happens(subject, "test.between");
        for (int act = 0; act < 4; act++) {
            flow.finish(subject, flow.open(subject).getFirst());
        }
        chain = " where handling_id = (select id from handling where subject_kind = 'flow' and subject_id = " + subject.id() + ")";
        sealing.seal(clock.instant());
    }

    private void found(String sql, What what, @Nullable SubjectRef where, long seq) throws SQLException {
        tampering(sql, () -> assertThat(verification.verify().first()).isEqualTo(new Finding(what, where, seq)));
    }

    /** The same in the form of before: names too, and nothing of what is empty. */
    private String rehashAsBefore(int link) {
        return """
                update movement m set link_form = 2, link_check = ('x' || encode(substr(n.says, 1, 4), 'hex'))::bit(32)::integer, link_hash = sha256(audit_field(n.says) || audit_field(n.before))
                  from (select l.id, sha256(audit_field('sanban.audit.2') || audit_field(convert_to(l.subject_kind, 'UTF8')) || audit_field(int8send(l.subject_id)) || audit_field(int8send(l.seq))
                               || audit_field((select string_agg(audit_field(convert_to(l.told[i], 'UTF8')) || audit_field(convert_to(l.told[i + 1], 'UTF8')), ''::bytea order by i)
                                     from generate_series(1, cardinality(l.told), 2) i where l.told[i + 1] is not null))) as says,
                               (select b.hash from %1$s b where b.subject_kind = l.subject_kind and b.subject_id = l.subject_id and b.seq = l.seq - 1) as before
                          from %1$s l where l.subject_kind = 'flow' and l.subject_id = %2$d and l.seq = %3$d) n
                 where m.id = n.id;""".formatted(lines.all(), subject.id(), link);
    }

    /** Gives a line the hash that goes with what it says now, as the database itself would reckon it. */
    private String rehash(int link) {
        return """
                update movement m set link_check = ('x' || encode(substr(n.says, 1, 4), 'hex'))::bit(32)::integer, link_hash = sha256(n.says || n.before)
                  from (select l.id, sha256(record_send(row('sanban.audit.3'::text, l.subject_kind, l.subject_id::text, l.seq::text)) || int4send(cardinality(l.told) / 2)
                               || (select string_agg(int4send(25) || case when l.told[i] is null then int4send(-1) else audit_field(convert_to(l.told[i], 'UTF8')) end, ''::bytea order by i)
                                     from generate_series(2, cardinality(l.told), 2) i)) as says,
                               coalesce((select b.hash from %1$s b where b.subject_kind = l.subject_kind and b.subject_id = l.subject_id and b.seq = l.seq - 1), ''::bytea) as before
                          from %1$s l where l.subject_kind = 'flow' and l.subject_id = %2$d and l.seq = %3$d) n
                 where m.id = n.id;""".formatted(lines.all(), subject.id(), link);
    }

    @Test
    void promise11_aMovementIsALineOfTheTrailAndNothingIsWrittenBesideIt() {
        assertThat(trail.of(subject, 0, 10)).extracting(Trail.Entry::what)
                .containsExactly("handling.complete", "handling.complete", "handling.complete", "handling.complete", "test.between", "handling.start");
        Trail.Entry last = trail.of(subject, 0, 1).getFirst();
        Map<String, Object> movement = jdbc.sql("select id, from_step, to_step, opinion, actor_id, encode(link_hash, 'hex') as hash from movement" + chain + " and link = 6").query().singleRow();
        assertThat(last.seq()).isEqualTo(6);
        assertThat(last.actor()).isEqualTo(movement.get("actor_id"));
        assertThat(last.hash()).isEqualTo(movement.get("hash"));
        assertThat(last.details()).containsEntry("from", movement.get("from_step")).containsEntry("to", movement.get("to_step"))
                .containsEntry("opinion", movement.get("opinion")).containsEntry("movement", ((Number) movement.get("id")).intValue());
        assertThat(jdbc.sql("select what from audit_entry where subject_kind = 'flow' and subject_id = ?").param(subject.id()).query(String.class).list()).containsExactly("test.between");
        assertThat(verification.verify().first()).isNull();
    }

    @Test
    void promise11_thePageOfTheTrailTurnsOverMovementsAndLinesAlike() {
        Trail.Filter filter = new Trail.Filter("flow", null, null, null, null, null);
        List<Trail.Entry> all = trail.search(filter, null, 1_000);
        Trail.Cursor cursor = null;
        for (int from = 0; from < Math.min(30, all.size()); from += 5) {
            List<Trail.Entry> page = trail.search(filter, cursor, 5);
            assertThat(page).isEqualTo(all.subList(from, Math.min(from + 5, all.size())));
            cursor = page.getLast().cursor();
        }
        long person = trail.of(subject, 0, 1).getFirst().actor();
        assertThat(trail.search(new Trail.Filter("flow", subject.id(), person, "handling.complete", null, null), null, 10)).isNotEmpty()
                .allMatch(line -> line.actor() == person && line.what().equals("handling.complete") && line.subject().equals(subject));
    }

    @Test
    void promise11_whateverIsAlteredOfAMovementIsNamed() throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        jdbc.sql("select attname, format_type(atttypid, null) as type from pg_attribute where attrelid = 'movement'::regclass and attnum > 0 and not attisdropped")
                .query((row, n) -> columns.put(row.getString(1), row.getString(2))).list();
        assertThat(columns).hasSizeGreaterThan(20).containsKeys("opinion", "link_hash", "client");
        String row = chain + " and link = 4";
        try (Connection connection = postgres.getDatabase("postgres", "sanban").getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create temp table kept_movement as select * from movement" + row);
            statement.execute("set session_replication_role = replica");
            for (Map.Entry<String, String> column : columns.entrySet()) {
                String id = "(select id from kept_movement)";
                try {
                    String value = Set.of("id", "handling_id").contains(column.getKey()) ? "-" + column.getKey() : OTHER.get(column.getValue()).formatted(column.getKey());
                    assertThat(statement.executeUpdate("update movement set " + column.getKey() + " = " + value + " where id = " + id)).isOne();
                    Finding finding = verification.verify().first();
                    assertThat(finding).as(column.getKey()).isNotNull();
                    assertThat(finding.subject()).as(column.getKey()).isEqualTo(subject);
                    assertThat(finding.seq()).as(column.getKey()).isEqualTo(4);
                } finally {
                    statement.execute("delete from movement where id in (" + id + ", -" + id + ")");
                    statement.execute("insert into movement select * from kept_movement");
                }
            }
        }
        assertThat(verification.verify().first()).isNull();
    }

    @Test
    void promise11_aMovementAlteredTogetherWithItsHashIsNamed() throws SQLException {
        found("update movement set opinion = '不同意'" + chain + " and link = 4;" + rehash(4), What.ALTERED, subject, 4);
        found("update movement set link_hash = sha256(link_hash)" + chain + " and link = 6", What.ALTERED, subject, 6);
        String anew = "update movement set opinion = '不同意'" + chain + " and link = 6;" + rehash(6)
                + "update audit_chain set hash = (select link_hash from movement" + chain + " and link = 6) where subject_kind = 'flow' and subject_id = " + subject.id();
        found(anew, What.ALTERED, subject, 6);
    }

    @Test
    void promise11_aMissingMovementIsNamed() throws SQLException {
        found("delete from movement" + chain + " and link = 4", What.MISSING, subject, 4);
        found("delete from movement" + chain + " and link = 1", What.MISSING, subject, 1);
        found("delete from movement" + chain + " and link = 6", What.MISSING, subject, 6);
        found("delete from movement" + chain + " and link = 4; update movement set link = link - 1" + chain + " and link > 4", What.MISSING, subject, 4);
        found("delete from movement" + chain + "; delete from audit_entry where subject_kind = 'flow' and subject_id = " + subject.id(), What.CHAIN_MISSING, subject, 6);
    }

    @Test
    void promise11_aMovementPutInIsNamed() throws SQLException {
        String copy = "insert into movement (id, handling_id, seq, kind, actor_id, from_visit, round, detail, at, request_id, link_form, link, link_check, link_hash)"
                + " select -1, handling_id, 900, 'URGE', actor_id, from_visit, round, detail, at, 'forged', 3, %s from movement" + chain + " and link = %d;";
        found(copy.formatted("7, 0, link_hash", 6) + rehash(7), What.INSERTED, subject, 7);
        found("update movement set link = link + 1" + chain + " and link > 4;" + copy.formatted("5, 0, link_hash", 4) + rehash(5), What.INSERTED, subject, 5);
        found(copy.formatted("null::int, null::int, null::bytea", 6), What.INSERTED, subject, 900);
    }

    @Test
    void promise11_movementsInAnotherOrderAreNamed() throws SQLException {
        found("update movement set link = case link when 4 then 6 else 4 end" + chain + " and link in (4, 6)", What.REORDERED, subject, 4);
        found("update movement set link = case link when 4 then 5 else 4 end" + chain + " and link in (4, 5)", What.REORDERED, subject, 4);
    }

    @Test
    void promise11_aMovementHashedInTheFormOfBeforeIsVerifiedInThatForm() throws SQLException {
        String seventh = "insert into movement (id, handling_id, seq, kind, actor_id, from_visit, round, detail, at, request_id, link, link_check, link_hash)"
                + " select -3, handling_id, 902, 'URGE', actor_id, from_visit, round, detail, at, 'before', 7, 0, link_hash from movement" + chain + " and link = 6;"
                + rehashAsBefore(7) + "update audit_chain set seq = 7, prev_hash = hash, unsealed = true, hash = (select link_hash from movement where id = -3)"
                + " where subject_kind = 'flow' and subject_id = " + subject.id() + ";";
        tampering(seventh, () -> assertThat(verification.verify().first()).isNull());
        found(seventh + "update movement set opinion = '不同意' where id = -3", What.ALTERED, subject, 7);
    }

    @Test
    void promise11_aMovementOfBeforeIsProvedByTheLineBesideIt() throws SQLException {
        String old = "insert into movement (id, handling_id, seq, kind, actor_id, from_visit, round, detail, at, request_id)"
                + " select -2, handling_id, 901, 'URGE', actor_id, from_visit, round, detail, at, 'old' from movement" + chain + " and link = 6;";
        String line = "select audit_append('flow', " + subject.id() + ", at, actor_id, null, 'handling.urge', '{\"movement\":-2}', '') from movement where id = -2;";
        tampering(old + line, () -> assertThat(verification.verify().first()).isNull());
        found(old + line + "update movement set actor_id = actor_id + 1 where id = -2", What.INSERTED, subject, 901);
    }

    @Test
    void promise11_neitherTheApplicationNorTheOwnerAltersAMovementOrMakesALinkOfItsOwn() throws SQLException {
        try (Connection application = postgres.getDatabase("sanban_app", "sanban").getConnection(); Statement statement = application.createStatement()) {
            for (String sql : List.of("update movement set opinion = ''", "delete from movement", "truncate movement", "alter table movement disable trigger all",
                    "select audit_link('flow', 1, ''::bytea)")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
        try (Connection owner = postgres.getDatabase("sanban_owner", "sanban").getConnection(); Statement statement = owner.createStatement()) {
            for (String sql : List.of("update movement set opinion = ''", "delete from movement", "truncate movement")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("only ever appended to");
            }
        }
    }
}
