package org.sanban.errors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the restricted block. Nothing outside of it reads them but to ask whether somebody is concerned himself. */
@Repository
class PersonRows {

    enum Part {
        REPORTER,
        RESPONSIBLE,
        VERIFIER
    }

    private final JdbcClient jdbc;

    PersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names a person in a part, once. */
    void add(long error, long person, Part part, @Nullable String role, long by, Instant at) {
        jdbc.sql("""
                        insert into error_person (error_id, person, part, role_words, named_by, named_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (error_id, person, part) where person is not null and withdrawn_at is null do nothing""")
                .params(error, person, part.name(), role, by == 0 ? null : by, Timestamp.from(at)).update();
    }

    void detail(long id, @Nullable String role, @Nullable Integer share, @Nullable String note) {
        jdbc.sql("update error_person set role_words = ?, share = ?, note = ? where id = ?").params(role, share, note, id).update();
    }

    void heard(long id, String words, Instant at) {
        jdbc.sql("update error_person set heard_at = ?, heard_words = ? where id = ?").params(Timestamp.from(at), words, id).update();
    }

    void withdraw(long id, Instant at) {
        jdbc.sql("update error_person set withdrawn_at = ? where id = ?").params(Timestamp.from(at), id).update();
    }

    List<Restricted.Named> of(long error) {
        return jdbc.sql("select * from error_person where error_id = ? and withdrawn_at is null order by part desc, id").param(error)
                .query((row, n) -> new Restricted.Named(
                        row.getLong("id"), row.getObject("person", Long.class), row.getString("pseudonym"), Part.valueOf(row.getString("part")).name(),
                        row.getString("role_words"), row.getObject("share", Integer.class), row.getString("note"), row.getTimestamp("named_at").toInstant(),
                        ErrorRows.instant(row, "heard_at"), row.getString("heard_words")))
                .list();
    }

    /** Those who are responsible, for rules that keep others apart from them. */
    List<Long> responsible(long error) {
        return jdbc.sql("select person from error_person where error_id = ? and part = 'RESPONSIBLE' and withdrawn_at is null and person is not null")
                .param(error).query(Long.class).list();
    }

    boolean concerns(long error, long person) {
        return jdbc.sql("select count(*) from error_person where error_id = ? and person = ? and part = 'RESPONSIBLE' and withdrawn_at is null")
                .params(error, person).query(Integer.class).single() > 0;
    }

    /** Who was named and has not been heard yet. */
    int unheard(long error) {
        return jdbc.sql("select count(*) from error_person where error_id = ? and part = 'RESPONSIBLE' and withdrawn_at is null and heard_at is null and person is not null")
                .param(error).query(Integer.class).single();
    }

    /** Errors on which this person was named and has not said anything yet. */
    int waitingFor(long person) {
        return jdbc.sql(Restricted.WAITING).param("named", person).query(Integer.class).single();
    }

    void look(long error, long viewer, Restricted.Way way, Restricted.Ground ground, Instant at) {
        jdbc.sql("insert into error_person_look (error_id, viewer, way, ground, at) values (?, ?, ?, ?, ?)")
                .params(error, viewer, way.name(), ground.name(), Timestamp.from(at)).update();
    }

    List<Restricted.Look> looks(long error) {
        return jdbc.sql("select viewer, way, ground, at from error_person_look where error_id = ? order by id desc limit 200").param(error)
                .query((row, n) -> new Restricted.Look(row.getLong(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant())).list();
    }

    long state(long error, long person, Restricted.Kind kind, String words, Instant at) {
        return jdbc.sql("insert into error_statement (error_id, person, kind, words, at) values (?, ?, ?, ?, ?) returning id")
                .params(error, person, kind.name(), words, Timestamp.from(at)).query(Long.class).single();
    }

    List<Restricted.Statement> statements(long error) {
        return jdbc.sql("select * from error_statement where error_id = ? order by id").param(error)
                .query((row, n) -> new Restricted.Statement(
                        row.getLong("id"), row.getObject("person", Long.class), row.getString("pseudonym"), row.getString("kind"), row.getString("words"),
                        row.getTimestamp("at").toInstant(), row.getObject("granted", Boolean.class), row.getString("answer"), ErrorRows.instant(row, "answered_at")))
                .list();
    }

    Optional<Restricted.Statement> statement(long error, long id) {
        return statements(error).stream().filter(s -> s.id() == id).findFirst();
    }

    /** @return false where somebody else was first */
    boolean answer(long statement, boolean granted, String words, long by, Instant at) {
        return jdbc.sql("update error_statement set granted = ?, answer = ?, answered_by = ?, answered_at = ? where id = ? and answered_at is null")
                .params(granted, words, by, Timestamp.from(at), statement).update() == 1;
    }

    /** Cuts every link between a person and an error that was named before {@code until}, or whose error was none; what was said of it stays without a name. */
    int pseudonymise(Instant until, Instant at) {
        String due = """
                (named_at < :until or exists (select 1 from error_record e where e.id = %1$s.error_id and e.state = 'REJECTED' and e.closed_at is not null))""";
        int links = jdbc.sql("""
                        update error_person set pseudonym = 'P-' || substr(md5(random()::text || id), 1, 8), person = null, pseudonymised_at = :at, named_by = null,
                               note = null, heard_words = null where person is not null and """ + " " + due.formatted("error_person"))
                .param("until", Timestamp.from(until)).param("at", Timestamp.from(at)).update();
        jdbc.sql("update error_statement set pseudonym = 'P-' || substr(md5(random()::text || id), 1, 8), person = null where person is not null and "
                        + due.replace("named_at", "error_statement.at").formatted("error_statement"))
                .param("until", Timestamp.from(until)).update();
        return links;
    }
}
