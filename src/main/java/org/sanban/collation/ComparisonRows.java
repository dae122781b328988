package org.sanban.collation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison.Confirmation;
import org.sanban.collation.Comparison.Difference;
import org.sanban.collation.Comparison.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Comparisons as they are kept: facts that are added and never changed. What became of a difference is read from those that follow. */
@Component
class ComparisonRows {

    /** Of two persons each. */
    private static final int CONFIRMED = 2;

    private final JdbcClient jdbc;

    ComparisonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        return jdbc.sql("select nextval('collation_comparison_seq')").query(Long.class).single();
    }

    void add(Comparison c, int found, String requestId) {
        jdbc.sql("""
                        insert into collation_comparison (id, subject_kind, subject_id, purpose, reference_sha256, reference_label, characters, source,
                          name, file_id, proof_sha256, pages, found, request_id, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(c.id(), c.subject().kind(), c.subject().id(), c.purpose(), c.referenceSha256(), c.referenceLabel(), c.characters(), c.source().name(),
                        c.name(), c.file(), c.proofSha256(), c.pages(), found, requestId, c.by(), Timestamp.from(c.at()))
                .update();
    }

    void add(long comparison, int no, Discrepancy d, String sameness) {
        jdbc.sql("""
                        insert into collation_difference (comparison_id, no, kind, element, element_no, page, line, reference_before, reference_words,
                          reference_after, proof_before, proof_words, proof_after, sameness)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(comparison, no, d.kind().name(), d.element().name(), d.no(), d.page(), d.line(), d.reference().before(), d.reference().words(),
                        d.reference().after(), d.proof().before(), d.proof().words(), d.proof().after(), sameness)
                .update();
    }

    /** @return whether this person had not confirmed it before */
    boolean confirm(Comparison of, long difference, String reason, long by, Instant at) {
        return jdbc.sql("""
                        insert into collation_confirmation (subject_kind, subject_id, purpose, reference_sha256, sameness, difference_id, reason, by_person, at)
                        select ?, ?, ?, ?, sameness, id, ?, ?, ? from collation_difference where id = ? on conflict do nothing""")
                .params(of.subject().kind(), of.subject().id(), of.purpose(), of.referenceSha256(), reason, by, Timestamp.from(at), difference).update() == 1;
    }

    Optional<SubjectRef> subjectOf(long comparison) {
        return jdbc.sql("select subject_kind, subject_id from collation_comparison where id = ?").param(comparison)
                .query((row, n) -> new SubjectRef(row.getString(1), row.getLong(2))).optional();
    }

    Optional<Long> byRequest(String requestId) {
        return jdbc.sql("select id from collation_comparison where request_id = ?").param(requestId).query(Long.class).optional();
    }

    /** Keeps the comparisons of a subject in their order, to the end of the transaction. */
    void lock(SubjectRef subject, String purpose) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param("collation/" + subject + "/" + purpose).query((row, n) -> 1).list();
    }

    /** All of a subject and purpose, the latest first. @param standing hash of the text as it stands, empty where there is none */
    List<Comparison> of(SubjectRef subject, String purpose, String standing) {
        List<Comparison> bare = jdbc.sql("select * from collation_comparison where subject_kind = ? and subject_id = ? and purpose = ? order by id desc")
                .params(subject.kind(), subject.id(), purpose).query(ComparisonRows::bare).list();
        Map<String, List<Confirmation>> confirmed = confirmations(subject, purpose);
        List<Comparison> all = new ArrayList<>();
        Map<String, Set<String>> later = new HashMap<>();
        for (Comparison c : bare) {
            Set<String> here = new HashSet<>();
            Set<String> next = later.put(c.series(), here);
            all.add(told(c, next == null && c.referenceSha256().equals(standing), next, here, confirmed));
        }
        return all;
    }

    private Comparison told(Comparison c, boolean current, @Nullable Set<String> later, Set<String> here, Map<String, List<Confirmation>> confirmed) {
        List<Difference> differences = jdbc.sql("select * from collation_difference where comparison_id = ? order by no").param(c.id())
                .query((row, n) -> {
                    String sameness = row.getString("sameness");
                    here.add(sameness);
                    List<Confirmation> by = confirmed.getOrDefault(c.referenceSha256() + sameness, List.of());
                    State state = by.size() >= CONFIRMED ? State.CONFIRMED : later == null ? State.OPEN : later.contains(sameness) ? State.REPEATED : State.FIXED;
                    return new Difference(row.getLong("id"), row.getInt("no"), discrepancy(row), state, by);
                }).list();
        return new Comparison(
                c.id(), c.subject(), c.purpose(), c.referenceSha256(), c.referenceLabel(), c.characters(), c.source(), c.name(), c.file(), c.proofSha256(),
                c.pages(), current, c.by(), c.at(), differences);
    }

    private Map<String, List<Confirmation>> confirmations(SubjectRef subject, String purpose) {
        Map<String, List<Confirmation>> confirmed = new HashMap<>();
        jdbc.sql("select * from collation_confirmation where subject_kind = ? and subject_id = ? and purpose = ? order by id")
                .params(subject.kind(), subject.id(), purpose)
                .query(row -> {
                    confirmed.computeIfAbsent(row.getString("reference_sha256") + row.getString("sameness"), key -> new ArrayList<>())
                            .add(new Confirmation(row.getLong("by_person"), row.getTimestamp("at").toInstant(), row.getString("reason")));
                });
        return confirmed;
    }

    private static Discrepancy discrepancy(ResultSet row) throws SQLException {
        return new Discrepancy(
                Kind.valueOf(row.getString("kind")), Element.valueOf(row.getString("element")), row.getInt("element_no"), row.getInt("page"),
                row.getInt("line"), 0, 0,
                new Discrepancy.Context(row.getString("reference_before"), row.getString("reference_words"), row.getString("reference_after")),
                new Discrepancy.Context(row.getString("proof_before"), row.getString("proof_words"), row.getString("proof_after")));
    }

    private static Comparison bare(ResultSet row, int n) throws SQLException {
        return new Comparison(
                row.getLong("id"), new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")), row.getString("purpose"),
                row.getString("reference_sha256"), row.getString("reference_label"), row.getInt("characters"),
                Comparison.Source.valueOf(row.getString("source")), row.getString("name"), row.getObject("file_id", Long.class), row.getString("proof_sha256"),
                row.getInt("pages"), false, row.getLong("by_person"), row.getTimestamp("at").toInstant(), List.of());
    }
}
