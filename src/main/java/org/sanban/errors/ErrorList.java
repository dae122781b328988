package org.sanban.errors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.wire.Conditions;
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
            return Conditions.cursor(foundAt, id);
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
        Conditions conditions = conditions(filter, by);
        return jdbc.sql("select count(*) from error_record e where " + conditions.sql()).params(conditions.values()).query(Integer.class).single();
    }

    private void walk(Filter filter, @Nullable String after, int limit, Actor by, boolean exports, Consumer<Line> each) {
        Conditions conditions = conditions(filter, by).after(after, "e.found_at, e.id").put("limit", limit);
        if (exports) {
            conditions.that("e.confidentiality < 2");
        }
        jdbc.sql("""
                        select e.*, h.step, case when e.subject_id is null then e.subject_words else coalesce(sh.number, sh.title) end as matter
                          from error_record e
                          join handling h on h.subject_kind = 'error' and h.subject_id = e.id
                          left join handling sh on sh.subject_kind = e.subject_kind and sh.subject_id = e.subject_id and %s
                         where %s order by e.found_at desc, e.id desc limit :limit""".formatted(sight.ofMatter("sh", by), conditions.sql()))
                .params(conditions.values()).withFetchSize(200).query((ResultSet row) -> each.accept(line(row)));
    }

    private Conditions conditions(Filter f, Actor by) {
        String day = "occurred".equals(f.by()) ? "e.occurred_at" : "e.found_at";
        Conditions all = new Conditions(sight.params(by))
                .that(sight.of(by))
                .words(f.q(), "(e.no like :q or e.openness <> 'RESTRICTED' and (e.description like :q or e.should_be like :q))")
                .is(f.business(), "e.business = :business")
                .is(f.kind(), "e.kind = :kind")
                .is(f.type(), "e.type_code = :type")
                .is(f.severity(), "e.severity = :severity")
                .is(f.made(), "e.introduced_step = :made")
                .is(f.found(), "e.found_step = :found")
                .is(f.source(), "e.source = :source")
                .is(f.unit(), "e.unit = :unit")
                .day(f.from(), 0, zone, day + " >= :from")
                .day(f.until(), 1, zone, day + " < :until");
        if (f.group() != null) {
            all.that(switch (f.group()) {
                case OPEN -> "e.closed_at is null";
                case CLOSED -> "e.state = 'CLOSED'";
                case NONE -> "e.state in ('REJECTED', 'OUTSIDE', 'VOIDED')";
            });
        }
        if (f.nearMiss() != null) {
            all.that(f.nearMiss() ? "e.near_miss" : "e.near_miss is not true");
        }
        if (f.again() != null) {
            all.that(f.again() ? "e.recurrence_of is not null" : "e.recurrence_of is null");
        }
        if (f.mine()) {
            all.that("exists (select 1 from error_person mine where mine.error_id = e.id and mine.person in (:errorMe) and mine.withdrawn_at is null)");
        }
        if (f.subject() != null) {
            all.that("e.subject_kind = :subjectKind and e.subject_id = :subjectId and exists (select 1 from handling seen where seen.subject_kind = :subjectKind"
                    + " and seen.subject_id = :subjectId and " + sight.ofMatter("seen", by) + ")");
            all.put("subjectKind", f.subject().kind()).put("subjectId", f.subject().id());
        }
        return all;
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
