package org.sanban.visits;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of visits and of what was found. */
@Repository
class VisitRows {

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one request through at a time; the visit that it made before, if any. */
    Optional<Long> byRequest(String requestId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 65))) locked").param(requestId).query(Integer.class).single();
        return jdbc.sql("select id from visit where request_id = ?").param(requestId).query(Long.class).optional();
    }

    long add(Visit.Entry e, Actor by, Instant at, String requestId) {
        return jdbc.sql("""
                        insert into visit (request_id, visited_on, mode, host, leader, divisions, participants, topics, summary, next_contact_on, created_by, created_at)
                        values (:request, :on, :mode, :host, cast(:leader as bigint), :divisions, cast(:participants as int), cast(:topics as text), cast(:summary as text),
                                cast(:next as date), :by, :at) returning id""")
                .param("request", requestId).param("on", Date.valueOf(e.on())).param("mode", e.mode().name()).param("host", e.host()).param("leader", e.leader())
                .param("divisions", e.divisions().toArray(Long[]::new)).param("participants", e.participants()).param("topics", e.topics()).param("summary", e.summary())
                .param("next", date(e.nextContact())).param("by", by.id()).param("at", Timestamp.from(at))
                .query(Long.class).single();
    }

    void addProblem(long visit, int no, Visit.Found f, @Nullable Long affair, Instant at) {
        boolean solved = f.how() != null;
        jdbc.sql("""
                        insert into visit_problem (visit_id, no, kind, words, raised_by, due_on, on_site, how, solved_at, affair_id)
                        values (:visit, :no, :kind, :words, cast(:raised as text), cast(:due as date), :onSite, cast(:how as text), cast(:solved as timestamptz), cast(:affair as bigint))""")
                .param("visit", visit).param("no", no).param("kind", f.kind().name()).param("words", f.words()).param("raised", f.raisedBy()).param("due", date(f.due()))
                .param("onSite", solved).param("how", f.how()).param("solved", solved ? Timestamp.from(at) : null).param("affair", affair)
                .update();
    }

    /** Solves a problem that is open. @return whether it was */
    boolean solve(long visit, int no, String how, Instant at) {
        return jdbc.sql("update visit_problem set how = ?, solved_at = ? where visit_id = ? and no = ? and solved_at is null").params(how, Timestamp.from(at), visit, no).update() > 0;
    }

    boolean follow(long visit, int no, long affair) {
        return jdbc.sql("update visit_problem set affair_id = ? where visit_id = ? and no = ? and affair_id is null and solved_at is null").params(affair, visit, no).update() > 0;
    }

    /** The problem that an affair follows is solved with it. */
    void solvedBy(long affair, String how, Instant at) {
        jdbc.sql("update visit_problem set how = ?, solved_at = ? where affair_id = ? and solved_at is null").params(how, Timestamp.from(at), affair).update();
    }

    void judge(long visit, int score, @Nullable String said, Instant at) {
        jdbc.sql("update visit set score = :score, said = cast(:said as text), said_at = :at where id = :id")
                .param("score", score).param("said", said).param("at", Timestamp.from(at)).param("id", visit).update();
    }

    Optional<Visit> one(long id) {
        return jdbc.sql("select * from visit where id = ?").param(id).query((row, n) -> visit(row, problems("visit_id = " + id).getOrDefault(id, List.of()))).optional();
    }

    /** Latest first. */
    List<Visit> page(@Nullable LocalDate beforeDay, long beforeId, int limit) {
        Map<Long, List<Visit.Problem>> problems = problems("true");
        return jdbc.sql("select * from visit where (:day::date is null or (visited_on, id) < (:day::date, :id)) order by visited_on desc, id desc limit :limit")
                .param("day", date(beforeDay)).param("id", beforeId).param("limit", limit)
                .query((row, n) -> visit(row, problems.getOrDefault(row.getLong("id"), List.of()))).list();
    }

    private Map<Long, List<Visit.Problem>> problems(String condition) {
        record Of(long visit, Visit.Problem problem) {}
        return jdbc.sql("select * from visit_problem where " + condition + " order by visit_id, no")
                .query((row, n) -> new Of(row.getLong("visit_id"), problem(row))).list().stream()
                .collect(Collectors.groupingBy(Of::visit, Collectors.mapping(Of::problem, Collectors.toList())));
    }

    private static Visit visit(ResultSet row, List<Visit.Problem> problems) throws SQLException {
        Array divisions = row.getArray("divisions");
        return new Visit(
                row.getLong("id"), row.getDate("visited_on").toLocalDate(), Visit.Mode.valueOf(row.getString("mode")), row.getLong("host"), row.getObject("leader", Long.class),
                Arrays.asList((Long[]) divisions.getArray()), row.getObject("participants", Integer.class), row.getString("topics"), row.getString("summary"),
                day(row, "next_contact_on"), row.getObject("score", Integer.class), row.getString("said"), row.getLong("created_by"), row.getTimestamp("created_at").toInstant(), problems);
    }

    private static Visit.Problem problem(ResultSet row) throws SQLException {
        Timestamp solved = row.getTimestamp("solved_at");
        return new Visit.Problem(
                row.getLong("id"), row.getInt("no"), Visit.Trouble.valueOf(row.getString("kind")), row.getString("words"), row.getString("raised_by"), day(row, "due_on"),
                row.getBoolean("on_site"), row.getString("how"), solved == null ? null : solved.toInstant(), row.getObject("affair_id", Long.class),
                row.getObject("satisfied", Boolean.class));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
