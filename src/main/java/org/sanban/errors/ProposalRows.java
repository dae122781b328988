package org.sanban.errors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of proposals, and the threshold that dismissals teach: of one origin and sort the last {@value #REMEMBERED} decisions are remembered;
 * where at least {@value #ENOUGH} were made and fewer than {@value #WORTH} in a hundred of them were accepted or merged, the next ones stay quiet:
 * they are kept and can be looked at, but lie in nobody's tray. Every {@value #SAMPLE}th of them is laid before the keeper all the same, so that
 * a change in the office's work is noticed and the threshold can rise again.
 */
@Repository
class ProposalRows {

    static final int REMEMBERED = 40;
    static final int ENOUGH = 8;
    static final int WORTH = 15;
    static final int SAMPLE = 10;

    private static final String QUIET = """
            (select count(*) >= %2$d and 100 * count(*) filter (where l.state <> 'DISMISSED') < %3$d * count(*)
               from (select d.state from error_proposal d where d.origin = :origin and d.sort = :sort and d.state <> 'PROPOSED'
                      order by d.decided_at desc limit %1$d) l)
            and (select count(*) %% %4$d <> %4$d - 1 from error_proposal q where q.origin = :origin and q.sort = :sort and q.state = 'PROPOSED' and q.group_id is null)
            """.formatted(REMEMBERED, ENOUGH, WORTH, SAMPLE);

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a proposal once; one statement. */
    void add(Proposed p) {
        jdbc.sql("""
                        insert into error_proposal (key, origin, sort, subject_kind, subject_id, round, occurred_at, found_at, introduced_step, found_step, unit, kind,
                          type_code, words, should_be, span_element, span_from, span_to, quiet)
                        values (:key, :origin, :sort, :kind, :id,
                          coalesce(:round, (select h.round from handling h where h.subject_kind = :kind and h.subject_id = :id), 1), :madeAt, :foundAt, :madeStep,
                          :foundStep, coalesce(:unit, (select h.owner_unit from handling h where h.subject_kind = :kind and h.subject_id = :id)), :errorKind,
                          (select code from error_type where code = :type), :words, :shouldBe, :element, :from, :to,\s""" + QUIET + ") on conflict (key) do nothing")
                .param("key", p.key()).param("origin", p.origin().name()).param("sort", p.sort()).param("kind", p.subject().kind()).param("id", p.subject().id())
                .param("round", p.round(), Types.INTEGER).param("madeAt", p.madeAt() == null ? null : Timestamp.from(p.madeAt()), Types.TIMESTAMP)
                .param("foundAt", Timestamp.from(p.foundAt())).param("madeStep", p.madeStep(), Types.VARCHAR).param("foundStep", p.foundStep(), Types.VARCHAR)
                .param("unit", p.unit(), Types.BIGINT).param("errorKind", p.kind(), Types.VARCHAR).param("type", p.type(), Types.VARCHAR)
                .param("words", cut(p.words())).param("shouldBe", p.shouldBe() == null ? null : cut(p.shouldBe()), Types.VARCHAR)
                .param("element", p.element(), Types.VARCHAR).param("from", p.from(), Types.INTEGER).param("to", p.to(), Types.INTEGER)
                .update();
    }

    private static String cut(String text) {
        String plain = text.replace("\0", "").strip();
        return plain.length() <= 500 ? plain : plain.substring(0, 500);
    }

    /** What is to be put together: subject and round, the oldest first. */
    record Loose(SubjectRef subject, int round) {}

    List<Loose> loose(int limit) {
        return jdbc.sql("""
                        select subject_kind, subject_id, round from error_proposal where group_id is null and state = 'PROPOSED' and not quiet
                         group by 1, 2, 3 order by min(id) limit ?""")
                .param(limit).query((row, n) -> new Loose(new SubjectRef(row.getString(1), row.getLong(2)), row.getInt(3))).list();
    }

    Optional<Long> openGroup(Loose of) {
        return jdbc.sql("select id from error_proposal_group where subject_kind = ? and subject_id = ? and round = ? and decided_at is null for update")
                .params(of.subject().kind(), of.subject().id(), of.round()).query(Long.class).optional();
    }

    long open(Loose of, String business, String title, Instant at) {
        return jdbc.sql("insert into error_proposal_group (subject_kind, subject_id, round, business, title, opened_at) values (?, ?, ?, ?, ?, ?) returning id")
                .params(of.subject().kind(), of.subject().id(), of.round(), business, title, Timestamp.from(at)).query(Long.class).single();
    }

    void join(long group, Loose of) {
        jdbc.sql("update error_proposal set group_id = ? where subject_kind = ? and subject_id = ? and round = ? and group_id is null and state = 'PROPOSED' and not quiet")
                .params(group, of.subject().kind(), of.subject().id(), of.round()).update();
    }

    Optional<Proposals.Group> group(long id) {
        return jdbc.sql("select * from error_proposal_group where id = ?").param(id)
                .query((row, n) -> new Proposals.Group(
                        row.getLong("id"), new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")), row.getInt("round"), row.getString("business"),
                        row.getString("title"), row.getTimestamp("opened_at").toInstant(), ErrorRows.instant(row, "decided_at")))
                .optional();
    }

    List<Proposals.Proposal> of(long group) {
        return jdbc.sql("select p.*, e.no from error_proposal p left join error_record e on e.id = p.error_id where p.group_id = ? order by p.id for update of p")
                .param(group).query(ProposalRows::read).list();
    }

    List<Proposals.Proposal> seen(long group) {
        return jdbc.sql("select p.*, e.no from error_proposal p left join error_record e on e.id = p.error_id where p.group_id = ? order by p.id")
                .param(group).query(ProposalRows::read).list();
    }

    void decide(long id, String state, long by, Instant at, @Nullable String reason, @Nullable Long error) {
        jdbc.sql("update error_proposal set state = ?, decided_by = ?, decided_at = ?, reason = ?, error_id = ? where id = ?")
                .params(state, by, Timestamp.from(at), reason, error, id).update();
    }

    void close(long group, Instant at) {
        jdbc.sql("update error_proposal_group set decided_at = ?, version = version + 1 where id = ?").params(Timestamp.from(at), group).update();
    }

    int open(long group) {
        return jdbc.sql("select count(*) from error_proposal where group_id = ? and state = 'PROPOSED'").param(group).query(Integer.class).single();
    }

    /** What was learned, by origin and sort. */
    List<Proposals.Lesson> lessons() {
        return jdbc.sql("""
                        select origin, sort, count(*) filter (where state in ('ACCEPTED', 'MERGED')), count(*) filter (where state = 'DISMISSED'),
                               count(*) filter (where quiet and state = 'PROPOSED'), count(*) filter (where state = 'PROPOSED' and not quiet)
                          from error_proposal group by origin, sort order by origin, sort""")
                .query((row, n) -> new Proposals.Lesson(
                        Proposed.Origin.valueOf(row.getString(1)), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .list();
    }

    private static Proposals.Proposal read(ResultSet row, int n) throws SQLException {
        String element = row.getString("span_element");
        return new Proposals.Proposal(
                row.getLong("id"), Proposed.Origin.valueOf(row.getString("origin")), row.getString("sort"), row.getString("words"), row.getString("should_be"),
                row.getString("kind"), row.getString("type_code"), row.getTimestamp("found_at").toInstant(), ErrorRows.instant(row, "occurred_at"),
                row.getString("introduced_step"), row.getString("found_step"), row.getObject("unit", Long.class),
                element == null ? null : new ErrorRecord.Span(element, row.getObject("span_from", Integer.class), row.getObject("span_to", Integer.class), null),
                row.getString("state"), row.getString("reason"), row.getObject("error_id", Long.class), row.getString("no"));
    }

    Instant scanned(String name, Instant first) {
        jdbc.sql("insert into error_scan (name, until) values (?, ?) on conflict do nothing").params(name, Timestamp.from(first)).update();
        return jdbc.sql("select until from error_scan where name = ? for update").param(name).query(Timestamp.class).single().toInstant();
    }

    void scannedUntil(String name, Instant until) {
        jdbc.sql("update error_scan set until = ? where name = ?").params(Timestamp.from(until), name).update();
    }
}
