package org.sanban.errors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register as a list: filtered, paged by key, each reader what is open to them. No filter and no column is about a person but oneself. */
@Service
@Transactional(readOnly = true)
public class ErrorList {

    public enum Group {
        /** Not closed yet. */
        OPEN,
        /** Closed with what was learned. */
        CLOSED,
        /** Not an error, told elsewhere, or made void. */
        NONE
    }

    /**
     * What is looked for; null or blank is anything.
     *
     * @param q words, all of which stand in number, description or what it should have been
     * @param made stage at which it arose; {@code found} at which it was found
     * @param nearMiss true for near misses alone, false without them
     * @param mine those that concern the reader
     * @param from first day it was found; {@code by} {@code occurred} counts by the day it was made
     */
    public record Filter(
            @Nullable String q, @Nullable String business, @Nullable String kind, @Nullable String type, @Nullable String severity, @Nullable String made,
            @Nullable String found, @Nullable Long unit, @Nullable Group group, @Nullable Boolean nearMiss, @Nullable Boolean again, boolean mine,
            @Nullable Source source, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String by, @Nullable SubjectRef subject) {

        public static Filter none() {
            return new Filter(null, null, null, null, null, null, null, null, null, null, null, false, null, null, null, null, null);
        }

        public static Filter of(SubjectRef subject) {
            return new Filter(null, null, null, null, null, null, null, null, null, null, null, false, null, null, null, null, subject);
        }
    }

    /** @param matter number or title of what it happened to, where the reader sees that; {@code step} code of the step it waits at */
    public record Line(
            long id, String no, String business, Instant foundAt, @Nullable Instant madeAt, @Nullable String kind, @Nullable String type, @Nullable String severity,
            @Nullable String madeStep, @Nullable String foundStep, @Nullable Long unit, String description, State state, @Nullable String step, Source source,
            boolean again, @Nullable SubjectRef subject, @Nullable String matter) {

        /** Where the next page begins. */
        public String cursor() {
            return foundAt.toEpochMilli() + "-" + id;
        }
    }

    private final JdbcClient jdbc;
    private final ErrorSight sight;
    private final ZoneId zone;

    ErrorList(JdbcClient jdbc, ErrorSight sight, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.zone = zone;
    }

    /**
     * Latest found first.
     *
     * @param after {@link Line#cursor} of the last line seen, null for the first page
     */
    public List<Line> page(Filter filter, @Nullable String after, int limit, Actor by) {
        List<Line> lines = new ArrayList<>();
        walk(filter, after, limit, by, false, lines::add);
        return lines;
    }

    /** The same without work secrets (工作秘密 are not exported), one after the other. */
    public void export(Filter filter, int limit, Actor by, Consumer<Line> each) {
        walk(filter, null, limit, by, true, each);
    }

    /** How many the filter finds. */
    public int count(Filter filter, Actor by) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        List<String> conditions = conditions(filter, by, values);
        return jdbc.sql("select count(*) from error_record e where " + String.join(" and ", conditions)).params(values).query(Integer.class).single();
    }

    private void walk(Filter filter, @Nullable String after, int limit, Actor by, boolean exports, Consumer<Line> each) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        List<String> conditions = conditions(filter, by, values);
        if (exports) {
            conditions.add("e.confidentiality < 2");
        }
        if (after != null && after.matches("\\d{1,15}-\\d{1,18}")) {
            String[] key = after.split("-");
            conditions.add("(e.found_at, e.id) < (:afterAt, :afterId)");
            values.put("afterAt", Timestamp.from(Instant.ofEpochMilli(Long.parseLong(key[0]))));
            values.put("afterId", Long.parseLong(key[1]));
        }
        values.put("limit", limit);
        jdbc.sql("""
                        select e.*, h.step, case when e.subject_id is null then e.subject_words else coalesce(sh.number, sh.title) end as matter
                          from error_record e
                          join handling h on h.subject_kind = 'error' and h.subject_id = e.id
                          left join handling sh on sh.subject_kind = e.subject_kind and sh.subject_id = e.subject_id and %s
                         where %s order by e.found_at desc, e.id desc limit :limit""".formatted(sight.ofMatter("sh", by), String.join(" and ", conditions)))
                .params(values).withFetchSize(200).query((ResultSet row) -> each.accept(line(row)));
    }

    private List<String> conditions(Filter f, Actor by, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        all.add(sight.of(by));
        int n = 0;
        for (String word : f.q() == null ? new String[0] : f.q().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                String name = "q" + n++;
                all.add("(e.no like :%1$s or e.openness <> 'RESTRICTED' and (e.description like :%1$s or e.should_be like :%1$s))".formatted(name));
                values.put(name, "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            }
        }
        is(f.business(), "e.business = :business", "business", all, values);
        is(f.kind(), "e.kind = :kind", "kind", all, values);
        is(f.type(), "e.type_code = :type", "type", all, values);
        is(f.severity(), "e.severity = :severity", "severity", all, values);
        is(f.made(), "e.introduced_step = :made", "made", all, values);
        is(f.found(), "e.found_step = :found", "found", all, values);
        is(f.source() == null ? null : f.source().name(), "e.source = :source", "source", all, values);
        if (f.unit() != null) {
            all.add("e.unit = :unit");
            values.put("unit", f.unit());
        }
        if (f.group() != null) {
            all.add(switch (f.group()) {
                case OPEN -> "e.closed_at is null";
                case CLOSED -> "e.state = 'CLOSED'";
                case NONE -> "e.state in ('REJECTED', 'OUTSIDE', 'VOIDED')";
            });
        }
        if (f.nearMiss() != null) {
            all.add(f.nearMiss() ? "e.near_miss" : "e.near_miss is not true");
        }
        if (f.again() != null) {
            all.add(f.again() ? "e.recurrence_of is not null" : "e.recurrence_of is null");
        }
        if (f.mine()) {
            all.add("exists (select 1 from error_person mine where mine.error_id = e.id and mine.person in (:errorMe) and mine.withdrawn_at is null)");
        }
        if (f.subject() != null) {
            all.add("e.subject_kind = :subjectKind and e.subject_id = :subjectId and exists (select 1 from handling seen where seen.subject_kind = :subjectKind"
                    + " and seen.subject_id = :subjectId and " + sight.ofMatter("seen", by) + ")");
            values.put("subjectKind", f.subject().kind());
            values.put("subjectId", f.subject().id());
        }
        String day = "occurred".equals(f.by()) ? "e.occurred_at" : "e.found_at";
        day(f.from(), 0, day + " >= :from", "from", all, values);
        day(f.until(), 1, day + " < :until", "until", all, values);
        return all;
    }

    private static void is(@Nullable String value, String condition, String name, List<String> all, Map<String, Object> values) {
        if (value != null && !value.isBlank()) {
            all.add(condition);
            values.put(name, value);
        }
    }

    private void day(@Nullable LocalDate day, int plus, String condition, String name, List<String> all, Map<String, Object> values) {
        if (day != null) {
            all.add(condition);
            values.put(name, Timestamp.from(day.plusDays(plus).atStartOfDay(zone).toInstant()));
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        String kind = row.getString("subject_kind");
        return new Line(
                row.getLong("id"), row.getString("no"), row.getString("business"), row.getTimestamp("found_at").toInstant(), ErrorRows.instant(row, "occurred_at"),
                row.getString("kind"), row.getString("type_code"), row.getString("severity"), row.getString("introduced_step"), row.getString("found_step"),
                row.getObject("unit", Long.class), row.getString("description"), State.valueOf(row.getString("state")), row.getString("step"),
                Source.valueOf(row.getString("source")), row.getObject("recurrence_of") != null,
                kind == null || row.getString("matter") == null ? null : new SubjectRef(kind, row.getLong("subject_id")), row.getString("matter"));
    }
}
