package org.sanban.casebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The casebook for its readers: everybody in the office. Found by step, kind and rule, and shown where the same step is done. */
@Service
@Transactional(readOnly = true)
public class CaseIndex {

    /**
     * What is looked for; null or blank is anything.
     *
     * @param q words that stand in the text
     * @param rule id of a rule that was broken
     * @param due true for those whose day of review has come
     */
    public record Filter(
            @Nullable String q, @Nullable String business, @Nullable String stage, @Nullable String kind, @Nullable String rule, boolean drafts, boolean due) {

        public static Filter none() {
            return new Filter(null, null, null, null, null, false, false);
        }
    }

    /** An entry of the index. @param count published cases under it */
    public record Entry(String business, @Nullable String stage, int count) {}

    private static final int SHOWN_AT_A_STEP = 3;

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Taxonomy taxonomy;

    CaseIndex(JdbcClient jdbc, CaseRows rows, Taxonomy taxonomy) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.taxonomy = taxonomy;
    }

    /** @throws NotFound where nothing was published */
    public Case one(long id) {
        return rows.published(id).orElseThrow(NotFound::new);
    }

    public Optional<Case> ofError(long error) {
        return rows.ofError(error);
    }

    /** The latest first. @param after id of the last one seen, null for the first page; @param today for those whose review is due */
    public List<Case> page(Filter filter, @Nullable Long after, int limit, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        List<String> where = new ArrayList<>();
        where.add(filter.drafts() ? "c.state = 'DRAFT'" : "c.state = 'PUBLISHED'");
        narrow(where, values, "c.business = :business", "business", filter.business());
        narrow(where, values, "c.stage = :stage", "stage", filter.stage());
        narrow(where, values, "c.kind = :kind", "kind", filter.kind());
        narrow(where, values, ":rule = any (c.rules)", "rule", filter.rule());
        String text = filter.drafts() ? "c.draft::text" : "t.content::text";
        narrow(where, values, "position(lower(:q) in lower(c.ref || ' ' || " + text + ")) > 0", "q", filter.q());
        if (filter.due()) {
            where.add("c.review_on <= :today");
            values.put("today", today);
        }
        if (after != null) {
            where.add("c.id < :after");
            values.put("after", after);
        }
        values.put("limit", limit);
        return jdbc.sql((filter.drafts() ? CaseRows.DRAFTED : CaseRows.PUBLISHED) + " where " + String.join(" and ", where) + " order by c.id desc limit :limit")
                .params(values).query(rows::read).list();
    }

    /** What happened before at a step of a kind of subject, the gravest first: shown to whoever does the step now. */
    public List<Case> at(String subjectKind, String step) {
        return taxonomy.of(subjectKind).map(Taxonomy.Business::code).map(business -> at(business, step, SHOWN_AT_A_STEP)).orElse(List.of());
    }

    private List<Case> at(String business, String step, int limit) {
        return jdbc.sql(CaseRows.PUBLISHED + " where c.state = 'PUBLISHED' and c.business = :business and c.stage = :step order by c.severity desc, c.published_at desc limit :limit")
                .param("business", business).param("step", step).param("limit", limit).query(rows::read).list();
    }

    /** Published cases by line of business and step. */
    public List<Entry> index() {
        return jdbc.sql("select business, stage, count(*) from casebook_case where state = 'PUBLISHED' group by 1, 2 order by 1, 2")
                .query((row, n) -> new Entry(row.getString(1), row.getString(2), row.getInt(3))).list();
    }

    /** Rules that published cases broke, each with how many. */
    public Map<String, Integer> rules() {
        Map<String, Integer> rules = new java.util.TreeMap<>();
        jdbc.sql("select rule, count(*) from casebook_case, unnest(rules) rule where state = 'PUBLISHED' group by 1")
                .query(row -> {
                    rules.put(row.getString(1), row.getInt(2));
                });
        return rules;
    }

    private static void narrow(List<String> where, Map<String, Object> values, String condition, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where.add(condition);
            values.put(name, value.strip());
        }
    }
}
