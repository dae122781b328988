package org.sanban.checking;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.RuleTrial;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Tries a rule on the signed papers of the last year (试运行). On a text that was signed as it is a hit is a false alarm, or an error
 * that nobody saw. All hits are counted; the words around them are shown only to whoever may see the paper.
 */
@Service
@Transactional
public class Trials {

    /** @param subject in which it hit; {@code title} is empty where the reader may not see it, and so is the rest */
    public record Hit(String subject, String title, String before, String quote, String after, @Nullable String suggestion) {}

    /**
     * @param papers looked at
     * @param leftOut signed in that time too, but older than the newest so many
     * @param hits altogether
     * @param struck papers in which it hit
     * @param shown the first hits
     */
    public record Trial(int edition, LocalDate since, int papers, int leftOut, int hits, int struck, List<Hit> shown, long by, Instant at) {}

    private static final TypeReference<List<Hit>> HITS = new TypeReference<>() {};
    private static final int KEPT = 60;

    private final Papers papers;
    private final RuleRows rows;
    private final Sight sight;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final int most;
    private final ZoneId zone;

    Trials(
            Papers papers, RuleRows rows, Sight sight, JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events,
            @Value("${sanban.checking.trial-papers:2000}") int most, @Value("${sanban.zone}") ZoneId zone) {
        this.papers = papers;
        this.rows = rows;
        this.sight = sight;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.most = most;
        this.zone = zone;
    }

    /** Tries the newest edition; a draft is one that was tried from then on. */
    public Trial of(long rule, Actor by, Instant at) {
        return of(rows.lock(rule), by, at);
    }

    Trial of(OfficeRule rule, Actor by, Instant at) {
        LocalDate since = LocalDate.ofInstant(at, zone).minusYears(1);
        List<RuleTrial.Sample> samples = new ArrayList<>();
        Map<String, String> titles = new LinkedHashMap<>();
        int all = 0;
        for (Checked kind : papers.all()) {
            all += kind.countSignedSince(since);
            for (Checked.Signed signed : kind.signedSince(since, Math.max(0, most - samples.size()))) {
                String subject = new SubjectRef(kind.kind(), signed.id()).toString();
                titles.put(subject, signed.number() == null ? signed.title() : signed.number() + " " + signed.title());
                samples.add(new RuleTrial.Sample(subject, signed.paper()));
            }
        }
        RuleTrial trial = RuleTrial.of(rule.rule(), samples);
        List<Hit> hits = trial.hits().stream().limit(KEPT).map(h -> new Hit(
                h.sample(), titles.getOrDefault(h.sample(), ""), h.before(), h.finding().quote(), h.after(), h.finding().suggestion())).toList();
        jdbc.sql("""
                        insert into check_trial (rule_id, edition, since, papers, left_out, hits, struck, found, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""")
                .params(rule.id(), rule.edition(), Date.valueOf(since), trial.papers(), all - trial.papers(), trial.allHits(), trial.papersHit(),
                        json.writeValueAsString(hits), by.id(), Timestamp.from(at))
                .update();
        if (rule.state() == OfficeRule.State.DRAFT) {
            rows.set(rule.id(), "state = 'TRIED'", Map.of());
        }
        events.publishEvent(RuleChanged.of(rule, "tried", by.id(), at, Map.of("code", rule.code(), "papers", trial.papers(), "hits", trial.allHits())));
        return last(rule.id(), by).orElseThrow();
    }

    /** The last trial of the rule, as far as {@code by} may see the papers. */
    @Transactional(readOnly = true)
    public Optional<Trial> last(long rule, Actor by) {
        return jdbc.sql("select edition, since, papers, left_out, hits, struck, found, by_person, at from check_trial where rule_id = ? order by id desc limit 1")
                .param(rule)
                .query((row, n) -> new Trial(
                        row.getInt(1), row.getDate(2).toLocalDate(), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6),
                        json.readValue(row.getString(7), HITS), row.getLong(8), row.getTimestamp(9).toInstant()))
                .optional()
                .map(trial -> seen(trial, by));
    }

    private Trial seen(Trial t, Actor by) {
        Map<String, Boolean> sees = new LinkedHashMap<>();
        List<Hit> shown = t.shown().stream()
                .map(h -> sees.computeIfAbsent(h.subject(), s -> sight.sees(by, SubjectRef.of(s))) ? h : new Hit("", "", "", "", "", null))
                .toList();
        return new Trial(t.edition(), t.since(), t.papers(), t.leftOut(), t.hits(), t.struck(), shown, t.by(), t.at());
    }
}
