package org.sanban.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Items of the archive as one reads them: one, a list, the directory (归档文件目录), figures. Only what the actor may see. */
@Service
@Transactional(readOnly = true)
public class Items {

    /** Where a page of the list ended. */
    public record Cursor(Instant transferredAt, long id) {
        public static @Nullable Cursor of(@Nullable String text) {
            if (text == null || !text.matches("-?\\d{1,18}_\\d{1,18}")) {
                return null;
            }
            String[] parts = text.split("_");
            long micros = Long.parseLong(parts[0]);
            return new Cursor(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return (transferredAt.getEpochSecond() * 1_000_000L + transferredAt.getNano() / 1000) + "_" + id;
        }
    }

    private static final String FROM = " from archive_item i join handling h on h.subject_kind = i.subject_kind and h.subject_id = i.subject_id where ";
    private static final String LINE = "select i.id, i.subject_kind, i.subject_id, i.code, i.number, i.responsible, i.title, i.dated,"
            + " h.confidentiality, i.pages, i.note, i.state, i.retention, i.transferred_at, i.stored_at, i.same_day, i.rejections";

    private final ItemRows rows;
    private final JdbcClient jdbc;
    private final Sight sight;
    private final SameDay days;

    Items(ItemRows rows, JdbcClient jdbc, Sight sight, SameDay days) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.sight = sight;
        this.days = days;
    }

    /** @throws NotFound if there is none, or the actor may not see its subject */
    public ItemView one(long id, Actor by) {
        return rows.one(id).filter(item -> sight.sees(by, item.subject())).map(this::view).orElseThrow(NotFound::new);
    }

    /** The item of a subject, if it was handed over and the actor sees it. */
    public Optional<ItemView> of(SubjectRef subject, Actor by) {
        return rows.of(subject).filter(item -> sight.sees(by, subject)).map(this::view);
    }

    /** Items that fit, the last handed over first. */
    public List<ItemLine> list(ItemFilter filter, @Nullable Cursor after, int limit, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        String sql = LINE + FROM + where(filter, by, at, values);
        if (after != null) {
            sql += " and (i.transferred_at, i.id) < (:after, :afterId)";
            values.put("after", after.transferredAt().atOffset(ZoneOffset.UTC));
            values.put("afterId", after.id());
        }
        values.put("limit", limit);
        return jdbc.sql(sql + " order by i.transferred_at desc, i.id desc limit :limit").params(values).query(Items::line).list();
    }

    /** The directory: items that fit and have a code, in its order. */
    public List<ItemLine> directory(ItemFilter filter, int limit, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        String sql = LINE + FROM + where(filter, by, at, values) + " and i.code is not null";
        values.put("limit", limit);
        return jdbc.sql(sql + " order by i.fonds, i.category, i.year, i.retention, i.organ, i.item_no limit :limit")
                .params(values).query(Items::line).list();
    }

    /** How many fit: the same condition as {@link #list}. */
    public int count(ItemFilter filter, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("select count(*)" + FROM + where(filter, by, at, values)).params(values).query(Integer.class).single();
    }

    private String where(ItemFilter filter, Actor by, Instant at, Map<String, Object> values) {
        values.putAll(sight.params(by));
        return sight.of("h", by) + filter.where(days, at, values);
    }

    private static ItemLine line(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new ItemLine(
                row.getLong("id"), row.getString("subject_kind") + "/" + row.getLong("subject_id"), row.getString("code"),
                row.getString("number"), row.getString("responsible"), row.getString("title"), row.getObject("dated", LocalDate.class),
                Clearance.values()[row.getInt("confidentiality")], row.getInt("pages"), row.getString("note"),
                ItemState.valueOf(row.getString("state")), row.getString("retention"), instant(row, "transferred_at"),
                row.getTimestamp("stored_at") == null ? null : instant(row, "stored_at"), row.getObject("same_day", Boolean.class),
                row.getInt("rejections"));
    }

    private static Instant instant(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** Why the archive gave it back, the first time first. */
    public List<Rejection> rejections(long item) {
        return jdbc.sql("select reason, by, at from archive_rejection where item_id = ? order by id").param(item)
                .query((row, n) -> new Rejection(row.getString("reason"), row.getLong("by"), instant(row, "at"))).list();
    }

    public record Rejection(String reason, long by, Instant at) {}

    private ItemView view(Item i) {
        return new ItemView(
                i.id(), i.subject().toString(), i.state, i.title, i.number, i.responsible, i.dated, i.docType, i.year, i.organ, i.pages,
                i.pieces, i.proposed, i.basis, i.fonds, i.category, i.retention, i.itemNo, i.code, i.note, i.closedAt, i.transferredAt,
                i.transferredBy, i.prompt, i.promptAdjusted, i.arrangedAt, i.arrangedBy, i.testedAt, i.testedBy, i.tested(), i.checks,
                i.place, i.location, i.storedAt, i.storedBy, i.sameDay, i.rejections, days.legalDeadline(i.closedAt), i.version);
    }
}
