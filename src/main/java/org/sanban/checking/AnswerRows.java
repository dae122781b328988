package org.sanban.checking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.CheckedPaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to the questions of a step, as rows; each for exactly one text. */
@Component
class AnswerRows {

    record Answer(long rule, String answer, String note, long by, Instant at) {}

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last answer to each question at that step, for the text as it stands. */
    Map<Long, Answer> of(SubjectRef subject, String step, CheckedPaper paper) {
        Map<Long, Answer> last = new HashMap<>();
        jdbc.sql("""
                        select rule_id, answer, note, by_person, at from check_answer
                         where subject_kind = ? and subject_id = ? and step = ? and fingerprint = ? order by id""")
                .params(subject.kind(), subject.id(), step, fingerprint(paper))
                .query((row, n) -> new Answer(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getTimestamp(5).toInstant()))
                .list().forEach(a -> last.put(a.rule(), a));
        return last;
    }

    void give(SubjectRef subject, String step, CheckedPaper paper, RuleRows.Running rule, String answer, String note, long by, Instant at) {
        jdbc.sql("""
                        insert into check_answer (subject_kind, subject_id, rule_id, edition, step, fingerprint, answer, note, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(subject.kind(), subject.id(), rule.id(), rule.edition(), step, fingerprint(paper), answer, note, by, Timestamp.from(at)).update();
    }

    /** Of all that is written in the paper. */
    static String fingerprint(CheckedPaper paper) {
        StringBuilder all = new StringBuilder(paper.docType()).append('\0').append(paper.direction());
        paper.elements().forEach((name, text) -> all.append('\0').append(name).append('\0').append(text));
        paper.attached().forEach(file -> all.append('\0').append(file.title()).append('\0').append(file.text()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
