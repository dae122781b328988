package org.sanban.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.DocType;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Actor;
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
        Map<String, Object> values = new HashMap<>(sight.params(by));
        List<String> conditions = conditions(filter, values);
        conditions.add(sight.of("h", by));
        if (exports) {
            conditions.add("d.draft ->> 'secrecy' <> 'WORK_SENSITIVE'");
        }
        is(after, "d.id < :after", "after", conditions, values);
        values.put("limit", limit);
        jdbc.sql(FROM + " " + String.join(" and ", conditions) + " order by d.id desc limit :limit")
                .params(values).withFetchSize(200).query((ResultSet row) -> each.accept(line(row)));
    }

    private List<String> conditions(Filter f, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        like(f.number(), "d.number like :number", "number", all, values);
        int n = 0;
        for (String word : f.words() == null ? new String[0] : f.words().strip().split("\\s+")) {
            like(word, "d.title like :word" + n, "word" + n++, all, values);
        }
        is(f.type() == null ? null : f.type().name(), "d.doc_type = :type", "type", all, values);
        is(blank(f.numbers()), "d.number like :numbers", "numbers", all, values);
        if ("closed".equals(f.step())) {
            all.add("h.state <> 'RUNNING'");
        } else {
            is(blank(f.step()), "h.step = :step", "step", all, values);
        }
        is(f.unit(), "d.owner_unit = :unit", "unit", all, values);
        is(day(f.from(), 0), "d.created_at >= :from", "from", all, values);
        is(day(f.until(), 1), "d.created_at < :until", "until", all, values);
        return all;
    }

    private static void like(@Nullable String text, String condition, String name, List<String> all, Map<String, Object> values) {
        if (text != null && !text.isBlank()) {
            is("%" + text.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%", condition, name, all, values);
        }
    }

    private static void is(@Nullable Object value, String condition, String name, List<String> all, Map<String, Object> values) {
        if (value != null) {
            all.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable Timestamp day(@Nullable LocalDate day, int plus) {
        return day == null ? null : Timestamp.from(day.plusDays(plus).atStartOfDay(zone).toInstant());
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
