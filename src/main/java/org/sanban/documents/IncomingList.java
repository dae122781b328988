package org.sanban.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.wire.Conditions;
import org.sanban.workflow.Sight;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of incoming papers as a list: filtered, paged by key, each reader seeing what is theirs to see. */
@Service
@Transactional(readOnly = true)
public class IncomingList {

    /**
     * What is looked for; null or blank is anything.
     *
     * @param number of the office or of the sender, a part of it
     * @param title words, all of which the title has
     * @param step code of a step, or {@code closed}
     * @param from first day of receipt
     * @param until last day of receipt
     */
    public record Filter(
            @Nullable String number, @Nullable String sender, @Nullable String title, @Nullable DocType type,
            @Nullable UrgencyMark urgency, Particulars.@Nullable Kind kind, @Nullable String step, @Nullable LocalDate from,
            @Nullable LocalDate until) {

        public static Filter none() {
            return new Filter(null, null, null, null, null, null, null, null, null);
        }
    }

    /** @param holders ids of persons, or codes of roles whose tray it lies in */
    public record Line(
            long id, @Nullable String number, Instant receivedAt, String sender, @Nullable String docNumber, String title,
            @Nullable DocType type, UrgencyMark urgency, Particulars.@Nullable Kind kind, @Nullable Integer copies, @Nullable Integer pages,
            String secrecy, @Nullable String step, String state, @Nullable String result, @Nullable Instant closedAt, List<String> holders,
            @Nullable Instant due) {

        /** Where the next page begins. */
        public String cursor() {
            return Conditions.cursor(receivedAt, id);
        }
    }

    private static final String FROM = """
            select d.id, d.in_no, d.received_at, d.sender_name, d.doc_number, case when d.title = '' then coalesce(d.doc_number, d.sender_name) else d.title end as title,
                   d.doc_type, d.urgency, d.kind, d.copies, d.pages, d.secrecy, h.step, h.state, d.result, d.closed_at, t.holders, t.due
              from incoming_document d
              join handling h on h.subject_kind = 'incoming' and h.subject_id = d.id
              left join lateral (select string_agg(coalesce(task.holder_id::text, task.role), ',' order by task.id) as holders, min(task.due_at) as due
                                   from task where task.handling_id = h.id and task.state = 'OPEN' and task.kind = 'MAIN') t on true
             where""";

    private final JdbcClient jdbc;
    private final Sight sight;
    private final ZoneId zone;

    IncomingList(JdbcClient jdbc, Sight sight, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.zone = zone;
    }

    /**
     * Newest first.
     *
     * @param after {@link Line#cursor} of the last line seen, null for the first page
     * @param limit of lines
     */
    public List<Line> page(Filter filter, @Nullable String after, int limit, Actor by) {
        List<Line> lines = new ArrayList<>();
        walk(filter, after, limit, by, false, lines::add);
        return lines;
    }

    /** The same lines without work secrets (工作秘密 are not exported, domain.md §9.3), one after the other. */
    public void export(Filter filter, int limit, Actor by, Consumer<Line> each) {
        walk(filter, null, limit, by, true, each);
    }

    private void walk(Filter filter, @Nullable String after, int limit, Actor by, boolean exports, Consumer<Line> each) {
        Conditions conditions = conditions(filter, new Conditions(sight.params(by)))
                .that(sight.of("h", by))
                .after(after, "d.received_at, d.id")
                .put("limit", limit);
        if (exports) {
            conditions.that("d.secrecy <> 'WORK_SENSITIVE'");
        }
        jdbc.sql(FROM + " " + conditions.sql() + " order by d.received_at desc, d.id desc limit :limit")
                .params(conditions.values())
                .withFetchSize(200)
                .query((ResultSet row) -> each.accept(line(row)));
    }

    private Conditions conditions(Filter f, Conditions all) {
        all.like(f.number(), "(d.in_no like :number or d.doc_number like :number or d.doc_number_key like upper(:number))")
                .like(f.sender(), "d.sender_name like :sender")
                .words(f.title(), "d.title like :title")
                .is(f.type(), "d.doc_type = :type")
                .is(f.urgency(), "d.urgency = :urgency")
                .is(f.kind(), "d.kind = :kind")
                .day(f.from(), 0, zone, "d.received_at >= :from")
                .day(f.until(), 1, zone, "d.received_at < :until");
        return "closed".equals(f.step()) ? all.that("h.state <> 'RUNNING'") : all.is(f.step(), "h.step = :step");
    }

    private static Line line(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        Timestamp due = row.getTimestamp("due");
        String holders = row.getString("holders");
        return new Line(
                row.getLong("id"), row.getString("in_no"), row.getTimestamp("received_at").toInstant(), row.getString("sender_name"),
                row.getString("doc_number"), row.getString("title"), named(DocType.class, row.getString("doc_type")),
                UrgencyMark.valueOf(row.getString("urgency")), named(Particulars.Kind.class, row.getString("kind")),
                row.getObject("copies", Integer.class), row.getObject("pages", Integer.class), row.getString("secrecy"),
                row.getString("step"), row.getString("state"), row.getString("result"), closed == null ? null : closed.toInstant(),
                holders == null ? List.of() : Arrays.asList(holders.split(",")), due == null ? null : due.toInstant());
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
