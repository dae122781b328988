package org.sanban.affairs;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of feedback and of verdicts; each is added, none is changed. */
@Repository
class FeedbackRows {

    private static final String ALL = """
            select f.*, (select array_agg(e.file_id order by e.file_id) from affair_evidence e where e.feedback_id = f.id) as files
              from affair_feedback f where f.affair_id = ?""";

    private final JdbcClient jdbc;

    FeedbackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(long affair, Feedback f, String requestId) {
        long id = jdbc.sql("""
                        insert into affair_feedback (affair_id, request_id, kind, round, words, unit, organization, signed_by, leads, by_person, at)
                        values (:affair, :request, :kind, :round, :words, cast(:unit as bigint), cast(:body as bigint), cast(:signed as text), :leads, :by, :at) returning id""")
                .param("affair", affair).param("request", requestId).param("kind", f.kind().name()).param("round", f.round()).param("words", f.words())
                .param("unit", f.unit()).param("body", f.organization()).param("signed", f.signedBy()).param("leads", f.leads()).param("by", f.by()).param("at", Timestamp.from(f.at()))
                .query(Long.class).single();
        f.files().forEach(file -> jdbc.sql("insert into affair_evidence (feedback_id, file_id) values (?, ?)").params(id, file).update());
        return id;
    }

    List<Feedback> of(long affair) {
        return jdbc.sql(ALL + " order by f.id").param(affair).query((row, n) -> {
            Array files = row.getArray("files");
            return new Feedback(
                    row.getLong("id"), Feedback.Kind.valueOf(row.getString("kind")), row.getInt("round"), row.getString("words"), row.getObject("unit", Long.class),
                    row.getObject("organization", Long.class), row.getString("signed_by"), row.getBoolean("leads"), row.getLong("by_person"), row.getTimestamp("at").toInstant(),
                    files == null ? List.of() : Arrays.asList((Long[]) files.getArray()));
        }).list();
    }

    Optional<Long> byRequest(String requestId) {
        return jdbc.sql("select id from affair_feedback where request_id = ?").param(requestId).query(Long.class).optional();
    }

    /** The feedback of the round that waits for its review, given by whoever leads. */
    boolean waits(long affair, int round) {
        return jdbc.sql("select count(*) from affair_feedback where affair_id = ? and kind = 'FEEDBACK' and leads and round = ?").params(affair, round).query(Integer.class).single() > 0;
    }

    void judge(long affair, int round, boolean approved, @Nullable String words, long by, Instant at) {
        jdbc.sql("insert into affair_verdict (affair_id, round, verdict, words, by_person, at) values (:affair, :round, :verdict, cast(:words as text), :by, :at)")
                .param("affair", affair).param("round", round).param("verdict", approved ? "APPROVED" : "REDO").param("words", words).param("by", by).param("at", Timestamp.from(at))
                .update();
    }

    List<Feedback.Verdict> verdicts(long affair) {
        return jdbc.sql("select * from affair_verdict where affair_id = ? order by id").param(affair)
                .query((row, n) -> new Feedback.Verdict(
                        row.getInt("round"), row.getString("verdict").equals("APPROVED"), row.getString("words"), row.getLong("by_person"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
