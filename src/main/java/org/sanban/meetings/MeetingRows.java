package org.sanban.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code meeting}. */
@Repository
public class MeetingRows {

    private static final String ONE = "select m.* from meeting m where ";

    private final JdbcClient jdbc;
    private final MeetingSight sight;

    MeetingRows(JdbcClient jdbc, MeetingSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    Optional<Meeting> seen(long id, Actor by) {
        return jdbc.sql(ONE + "m.id = :id and " + sight.of(by)).param("id", id).params(sight.params(by)).query(MeetingRows::read).optional();
    }

    /** @throws NotFound where there is none */
    public Meeting one(long id) {
        return jdbc.sql(ONE + "m.id = ?").param(id).query(MeetingRows::read).optional().orElseThrow(NotFound::new);
    }

    public Meeting lock(long id) {
        return jdbc.sql(ONE + "m.id = ? for update").param(id).query(MeetingRows::read).optional().orElseThrow(NotFound::new);
    }

    Optional<Meeting> byRequest(String requestId) {
        return jdbc.sql(ONE + "m.request_id = ?").param(requestId).query(MeetingRows::read).optional();
    }

    public Optional<Meeting> byMinutes(long paper) {
        return jdbc.sql(ONE + "m.minutes_paper = ?").param(paper).query(MeetingRows::read).optional();
    }

    long add(Plan p, long unit, long organizer, String requestId, Instant at) {
        return jdbc.sql("""
                        insert into meeting (request_id, type, title, session_no, starts_at, ends_at, place, video, branches, chair, owner_unit, organizer, reason,
                               not_merged, scale, level, budget, plan_year, plan_exception, created_at)
                        values (:request, :type, :title, :no, :starts, :ends, :place, :video, :branches, :chair, :unit, :organizer, :reason, :merged, :scale, :level,
                               :budget, :year, :exception, :at) returning id""")
                .params(values(p)).param("unit", unit).param("request", requestId).param("organizer", organizer).param("at", Timestamp.from(at))
                .query(Long.class).single();
    }

    void write(long id, int version, Plan p) {
        int written = jdbc.sql("""
                        update meeting set type = :type, title = :title, session_no = :no, starts_at = :starts, ends_at = :ends, place = :place, video = :video,
                               branches = :branches, chair = :chair, reason = :reason, not_merged = :merged, scale = :scale, level = :level, budget = :budget,
                               plan_year = :year, plan_exception = :exception, version = version + 1 where id = :id and version = :version""")
                .params(values(p)).param("id", id).param("version", version).update();
        if (written == 0) {
            throw new Stale();
        }
    }

    private static Map<String, Object> values(Plan p) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("type", p.type());
        values.put("title", p.title());
        values.put("no", p.sessionNo());
        values.put("starts", Timestamp.from(Objects.requireNonNull(p.starts())));
        values.put("ends", Timestamp.from(Objects.requireNonNull(p.ends())));
        values.put("place", p.place());
        values.put("video", p.video());
        values.put("branches", p.branches().toArray(String[]::new));
        values.put("chair", p.chair());
        values.put("reason", p.reason());
        values.put("merged", p.notMerged());
        values.put("scale", p.scale());
        values.put("level", p.level());
        values.put("budget", p.budget());
        values.put("year", p.planYear());
        values.put("exception", p.planException());
        return values;
    }

    /** Writes columns in the transaction that holds the meeting. Column names come from code alone. */
    public void stamp(long id, Map<String, ?> values) {
        List<Object> bound = new ArrayList<>();
        String sets = values.entrySet().stream().map(e -> {
            bound.add(e.getValue() instanceof Instant at ? Timestamp.from(at) : e.getValue());
            return e.getKey() + " = ?" + (e.getValue() == null && e.getKey().endsWith("_at") ? "::timestamptz" : "");
        }).collect(Collectors.joining(", "));
        bound.add(id);
        jdbc.sql("update meeting set " + sets + ", version = version + 1 where id = ?").params(bound).update();
    }

    static Meeting read(ResultSet row, int n) throws SQLException {
        return new Meeting(
                row.getLong("id"), row.getString("type"), row.getString("title"), row.getObject("session_no", Integer.class), instant(row, "starts_at"), instant(row, "ends_at"),
                row.getString("place"), row.getBoolean("video"), Arrays.asList((String[]) row.getArray("branches").getArray()), row.getLong("chair"), row.getLong("owner_unit"),
                row.getLong("organizer"), row.getString("reason"), row.getString("not_merged"), row.getObject("scale", Integer.class), row.getString("level"),
                row.getBigDecimal("budget"), row.getObject("plan_year", Integer.class), row.getString("plan_exception"), Clearance.values()[row.getInt("confidentiality")],
                instant(row, "created_at"),
                new Meeting.Stamps(orNull(row, "approved_at"), row.getObject("approved_by", Long.class), orNull(row, "noticed_at"), orNull(row, "began_at"), orNull(row, "over_at"),
                        orNull(row, "reported_at"), orNull(row, "minutes_at"), orNull(row, "issued_at"), orNull(row, "cancelled_at"), orNull(row, "closed_at")),
                orNull(row, "reply_by"), row.getObject("minutes_paper", Long.class), row.getInt("version"));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
