package org.sanban.checking;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found and what became of it, as rows: one a place, however often it was looked at. */
@Component
class FindingRows {

    /** More places of one paper are shown but not counted. */
    static final int MOST = 300;

    private static final int LONGEST = 200;

    /** @param state OPEN, FIXED, WAIVED, FALSE_ALARM or PASSED */
    record Kept(long id, String rule, String element, String words, String fingerprint, String state, Instant seenAt, boolean stopped) {

        /** The same words by the same rule, with other words around them. */
        boolean like(Finding finding) {
            return rule.equals(finding.rule()) && element.equals(finding.element()) && words.equals(cut(finding.quote()));
        }
    }

    /** The last word on a place. */
    record Verdict(long rule, String fingerprint, String verdict, String reason, long by, Instant at) {}

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> of(SubjectRef subject) {
        return jdbc.sql("""
                        select f.id, r.code, f.element, f.words, f.fingerprint, f.state, f.seen_at, f.stopped_at is not null
                          from check_finding f join check_rule r on r.id = f.rule_id where f.subject_kind = ? and f.subject_id = ? order by f.id""")
                .params(subject.kind(), subject.id())
                .query((row, n) -> new Kept(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getTimestamp(7).toInstant(), row.getBoolean(8)))
                .list();
    }

    /** By fingerprint, those that stand. */
    Map<String, Verdict> verdicts(SubjectRef subject) {
        Map<String, Verdict> last = new LinkedHashMap<>();
        jdbc.sql("select rule_id, fingerprint, verdict, reason, by_person, at from check_verdict where subject_kind = ? and subject_id = ? order by id")
                .params(subject.kind(), subject.id())
                .query((row, n) -> new Verdict(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5), row.getTimestamp(6).toInstant()))
                .list().forEach(v -> last.put(v.fingerprint(), v));
        last.values().removeIf(v -> v.verdict().equals("TAKEN_BACK"));
        return last;
    }

    /** Adds places that are new, all in one statement. */
    void add(SubjectRef subject, Collection<Finding> fresh, Running.Book book, @Nullable String step, long writer, Instant at) {
        List<Finding> some = fresh.stream().limit(MOST).toList();
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into check_finding (subject_kind, subject_id, rule_id, edition, fingerprint, element, words, severity, step, writer, seen_at)
                        select :kind, :id, r, e, f, el, w, s, :step, :writer, :at
                          from unnest(:rules, :editions, :fingerprints, :elements, :words, :severities) as t(r, e, f, el, w, s)
                        on conflict do nothing""")
                .param("kind", subject.kind()).param("id", subject.id()).param("step", step, Types.VARCHAR).param("writer", writer).param("at", Timestamp.from(at))
                .param("rules", some.stream().map(f -> book.of(f.rule()).id()).toArray(Long[]::new))
                .param("editions", some.stream().map(f -> book.of(f.rule()).edition()).toArray(Integer[]::new))
                .param("fingerprints", some.stream().map(Finding::fingerprint).toArray(String[]::new))
                .param("elements", some.stream().map(Finding::element).toArray(String[]::new))
                .param("words", some.stream().map(f -> cut(f.quote())).toArray(String[]::new))
                .param("severities", some.stream().map(f -> f.severity().name()).toArray(String[]::new))
                .update();
    }

    void end(Collection<Long> ids, String state, Set<String> clicked, @Nullable Long by, Instant at) {
        if (!ids.isEmpty()) {
            jdbc.sql("update check_finding set state = :state, ended_at = :at, ended_by = :by, clicked = clicked or fingerprint in (:clicked) where id in (:ids)")
                    .param("state", state).param("at", Timestamp.from(at)).param("by", by, Types.BIGINT)
                    .param("clicked", clicked.isEmpty() ? Set.of("") : clicked).param("ids", ids).update();
        }
    }

    void open(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update check_finding set state = 'OPEN', ended_at = null, ended_by = null, clicked = false where id in (:ids)").param("ids", ids).update();
        }
    }

    /** The words around a place were changed, the place stands. */
    void move(Map<Long, Finding> moved) {
        moved.forEach((id, finding) -> jdbc.sql("update check_finding set fingerprint = ? where id = ?").params(finding.fingerprint(), id).update());
    }

    /** A place that was mended while it was being typed is no finding. */
    void forget(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from check_finding where id in (:ids)").param("ids", ids).update();
        }
    }

    /** A gate refused, or was overridden. */
    void stopped(SubjectRef subject, Collection<String> fingerprints, Instant at) {
        if (!fingerprints.isEmpty()) {
            jdbc.sql("""
                            update check_finding set stopped_at = coalesce(stopped_at, :at)
                             where subject_kind = :kind and subject_id = :id and fingerprint in (:fingerprints)""")
                    .param("at", Timestamp.from(at)).param("kind", subject.kind()).param("id", subject.id()).param("fingerprints", fingerprints).update();
        }
    }

    void judge(SubjectRef subject, Finding finding, RuleRows.Running rule, String verdict, String reason, long by, Instant at) {
        jdbc.sql("""
                        insert into check_verdict (subject_kind, subject_id, rule_id, edition, fingerprint, element, words, verdict, reason, by_person, at)
                        values (:kind, :id, :rule, :edition, :fingerprint, :element, :words, :verdict, :reason, :by, :at)""")
                .param("kind", subject.kind()).param("id", subject.id()).param("rule", rule.id()).param("edition", rule.edition())
                .param("fingerprint", finding.fingerprint()).param("element", finding.element()).param("words", cut(finding.quote()))
                .param("verdict", verdict).param("reason", reason).param("by", by).param("at", Timestamp.from(at)).update();
    }

    /** What each of these rules caught so far, by rule. */
    Map<Long, Integer> caught(Collection<Long> rules) {
        Map<Long, Integer> caught = new HashMap<>();
        if (!rules.isEmpty()) {
            jdbc.sql("select rule_id, count(*) from check_finding where rule_id in (:rules) group by rule_id").param("rules", rules)
                    .query(row -> {
                        caught.put(row.getLong(1), row.getInt(2));
                    });
        }
        return caught;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    /** What is to be written after a look. */
    record Changes(List<Finding> fresh, Map<Long, Finding> moved, List<Long> fixed, List<Long> typed, List<Long> again) {

        static Changes between(List<Kept> before, List<Finding> now, Set<String> clicked, Duration typing, Instant at) {
            Map<String, Finding> there = new LinkedHashMap<>();
            now.forEach(f -> there.putIfAbsent(f.fingerprint(), f));
            Set<String> known = before.stream().map(Kept::fingerprint).collect(Collectors.toSet());
            List<Finding> fresh = new ArrayList<>(there.values().stream().filter(f -> !known.contains(f.fingerprint())).toList());
            Changes changes = new Changes(fresh, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Kept k : before) {
                boolean stands = there.containsKey(k.fingerprint());
                if (stands && k.state().equals("FIXED")) {
                    changes.again.add(k.id());
                } else if (!stands && k.state().equals("OPEN")) {
                    changes.gone(k, clicked.contains(k.fingerprint()), !k.seenAt().plus(typing).isAfter(at));
                }
            }
            return changes;
        }

        private void gone(Kept k, boolean clicked, boolean old) {
            Optional<Finding> elsewhere = clicked ? Optional.empty() : fresh.stream().filter(k::like).findFirst();
            if (elsewhere.isPresent()) {
                fresh.remove(elsewhere.get());
                moved.put(k.id(), elsewhere.get());
            } else {
                (clicked || old || k.stopped() ? fixed : typed).add(k.id());
            }
        }
    }
}
