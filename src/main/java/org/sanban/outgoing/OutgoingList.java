package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.DocType;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Actor;
import org.sanban.wire.Conditions;
import org.sanban.workflow.Sight;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of outgoing papers (发文登记簿) as a list: filtered, paged by key, each reader seeing what is theirs to see. */
@Service
@Transactional(readOnly = true)
public class OutgoingList {

    /**
     * What is looked for; null or blank is anything.
     *
     * @param number a part of it
     * @param words all of which the title has
     * @param numbers how numbers of a series look, as a pattern for {@code like}
     * @param step code of a step, or {@code closed}
     * @param unit of the drafter
     * @param from first day of drafting
     * @param until last day of drafting
     */
    public record Filter(
            @Nullable String number, @Nullable String words, @Nullable DocType type, @Nullable String numbers, @Nullable String step,
            @Nullable Long unit, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * @param line id of its line in the ledger of numbers
     * @param holders ids of persons, or codes of roles whose tray it lies in
     */
    public record Line(
            long id, @Nullable String number, @Nullable Long line, String title, @Nullable DocType type, UrgencyMark urgency, long drafter, long unit,
            Instant createdAt, @Nullable LocalDate signedOn, @Nullable Instant dispatchedAt, int copies, @Nullable String step, String state,
            @Nullable String outcome, List<String> holders, @Nullable Instant due) {}

    private static final String FROM = """
            select d.id, d.number, d.number_line, d.title, d.doc_type, d.draft ->> 'urgency' as urgency, d.drafter, d.owner_unit, d.created_at, d.signed_on,
                   d.dispatched_at, h.step, h.state, h.outcome, t.holders, t.due,
                   (select coalesce(sum(l.copies), 0) from outgoing_dispatch_line l where l.document_id = d.id and l.struck_at is null) as copies
              from outgoing_document d
              join handling h on h.subject_kind = 'outgoing' and h.subject_id = d.id
              left join lateral (select string_agg(coalesce(task.holder_id::text, task.role), ',' order by task.id) as holders, min(task.due_at) as due
                                   from task where task.handling_id = h.id and task.state = 'OPEN' and task.kind = 'MAIN') t on true
             where""";

    private final JdbcClient jdbc;
    private final Sight sight;
    private final ZoneId zone;

    OutgoingList(JdbcClient jdbc, Sight sight, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.zone = zone;
    }

    /** Newest first. @param after id of the last line seen, null for the first page */
    public List<Line> page(Filter filter, @Nullable Long after, int limit, Actor by) {
        List<Line> lines = new ArrayList<>();
        walk(filter, after, limit, by, false, lines::add);
        return lines;
    }

    /** The same lines without work secrets (工作秘密 are not exported, domain.md §9.3), one after the other. */
    public void export(Filter filter, int limit, Actor by, Consumer<Line> each) {
        walk(filter, null, limit, by, true, each);
    }

    private void walk(Filter filter, @Nullable Long after, int limit, Actor by, boolean exports, Consumer<Line> each) {
        Conditions conditions = conditions(filter, new Conditions(sight.params(by)))
                .that(sight.of("h", by))
                .is(after, "d.id < :after")
                .put("limit", limit);
        if (exports) {
            conditions.that("d.draft ->> 'secrecy' <> 'WORK_SENSITIVE'");
        }
        jdbc.sql(FROM + " " + conditions.sql() + " order by d.id desc limit :limit")
                .params(conditions.values()).withFetchSize(200).query((ResultSet row) -> each.accept(line(row)));
    }

    private Conditions conditions(Filter f, Conditions all) {
        all.like(f.number(), "d.number like :number")
                .words(f.words(), "d.title like :word")
                .is(f.type(), "d.doc_type = :type")
                .is(f.numbers(), "d.number like :numbers")
                .is(f.unit(), "d.owner_unit = :unit")
                .day(f.from(), 0, zone, "d.created_at >= :from")
                .day(f.until(), 1, zone, "d.created_at < :until");
        return "closed".equals(f.step()) ? all.that("h.state <> 'RUNNING'") : all.is(f.step(), "h.step = :step");
    }

    private static Line line(ResultSet row) throws SQLException {
        java.sql.Date signed = row.getDate("signed_on");
        String type = row.getString("doc_type");
        String holders = row.getString("holders");
        return new Line(
                row.getLong("id"), row.getString("number"), row.getObject("number_line", Long.class), row.getString("title"),
                type == null ? null : DocType.valueOf(type), UrgencyMark.valueOf(row.getString("urgency")), row.getLong("drafter"),
                row.getLong("owner_unit"), row.getTimestamp("created_at").toInstant(), signed == null ? null : signed.toLocalDate(),
                Outgoings.instant(row, "dispatched_at"), row.getInt("copies"), row.getString("step"), row.getString("state"),
                row.getString("outcome"), holders == null ? List.of() : Arrays.asList(holders.split(",")), Outgoings.instant(row, "due"));
    }
}
