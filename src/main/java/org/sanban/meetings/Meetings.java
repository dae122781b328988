package org.sanban.meetings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings for those who read them. */
@Service
@Transactional(readOnly = true)
public class Meetings {

    /**
     * What is looked for; null or blank is anything.
     *
     * @param group AHEAD (not over yet), RUNNING (over, not closed), CLOSED or CANCELLED
     */
    public record Filter(@Nullable String q, @Nullable String type, @Nullable Group group, @Nullable Instant from, @Nullable Instant until, @Nullable Integer planYear) {
        public static Filter none() {
            return new Filter(null, null, null, null, null, null);
        }
    }

    public enum Group { AHEAD, FOLLOWED, CLOSED, CANCELLED }

    /** @param step code of the step it waits at, null when it has ended */
    public record Line(
            long id, String type, String title, Instant starts, Instant ends, String place, long chair, long ownerUnit, @Nullable String step, @Nullable String outcome,
            @Nullable Instant cancelled, @Nullable Integer planYear, @Nullable String planException, boolean postponed) {

        public String cursor() {
            return starts.getEpochSecond() + "-" + id;
        }
    }

    private static final String LINES = """
            select m.id, m.type, m.title, m.starts_at, m.ends_at, m.place, m.chair, m.owner_unit, h.step, h.outcome, m.cancelled_at, m.plan_year, m.plan_exception,
                   exists (select 1 from meeting_change c where c.meeting_id = m.id and c.kind = 'POSTPONED') as postponed
              from meeting m join handling h on h.subject_kind = 'meeting' and h.subject_id = m.id where """;

    private final MeetingRows rows;
    private final MeetingSight sight;
    private final JdbcClient jdbc;

    Meetings(MeetingRows rows, MeetingSight sight, JdbcClient jdbc) {
        this.rows = rows;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /** @throws NotFound where there is none, or the actor may not read it */
    public Meeting one(long id, Actor by) {
        return rows.seen(id, by).orElseThrow(NotFound::new);
    }

    public Optional<Meeting> find(long id, Actor by) {
        return rows.seen(id, by);
    }

    /** The latest first. @param after cursor of the last line of the page before, or null */
    public List<Line> page(Filter f, @Nullable String after, int limit, Actor by) {
        long[] key = key(after);
        return jdbc.sql(LINES + sight.of(by) + """
                         and (:q = '' or m.title like :like or m.place like :like) and (:type = '' or m.type = :type)
                         and (cast(:from as timestamptz) is null or m.starts_at >= :from) and (cast(:until as timestamptz) is null or m.starts_at < :until)
                         and (cast(:year as int) is null or m.plan_year = :year)
                         and (:group = '' or :group = case when m.cancelled_at is not null then 'CANCELLED' when m.closed_at is not null or h.state <> 'RUNNING' then 'CLOSED'
                              when m.over_at is not null then 'FOLLOWED' else 'AHEAD' end)
                         and (m.starts_at, m.id) < (to_timestamp(:second), :last) order by m.starts_at desc, m.id desc limit :limit""")
                .params(sight.params(by)).param("q", text(f.q())).param("like", "%" + text(f.q()).replaceAll("[\\\\%_]", "") + "%").param("type", text(f.type()))
                .param("from", stamp(f.from()), java.sql.Types.TIMESTAMP).param("until", stamp(f.until()), java.sql.Types.TIMESTAMP)
                .param("year", f.planYear(), java.sql.Types.INTEGER)
                .param("group", f.group() == null ? "" : f.group().name()).param("second", key[0]).param("last", key[1]).param("limit", limit)
                .query((row, n) -> new Line(
                        row.getLong(1), row.getString(2), row.getString(3), MeetingRows.instant(row, "starts_at"), MeetingRows.instant(row, "ends_at"), row.getString(6), row.getLong(7),
                        row.getLong(8), row.getString(9), row.getString(10), MeetingRows.orNull(row, "cancelled_at"), row.getObject(12, Integer.class), row.getString(13), row.getBoolean(14)))
                .list();
    }

    /** One change of time or place, the latest last. */
    public record Change(long id, String kind, Instant wasStarts, String wasPlace, @Nullable Instant starts, @Nullable String place, String reason, Instant at, long by) {}

    public List<Change> changes(long id) {
        return jdbc.sql("select id, kind, was_starts, was_place, starts_at, place, reason, at, by from meeting_change where meeting_id = ? order by id").param(id)
                .query((row, n) -> new Change(row.getLong(1), row.getString(2), MeetingRows.instant(row, "was_starts"), row.getString(4), MeetingRows.orNull(row, "starts_at"),
                        row.getString(6), row.getString(7), MeetingRows.instant(row, "at"), row.getLong(9))).list();
    }

    private static long[] key(@Nullable String after) {
        if (after == null || !after.matches("-?\\d{1,12}-\\d{1,18}")) {
            return new long[] {99_999_999_999L, Long.MAX_VALUE};
        }
        int cut = after.lastIndexOf('-');
        return new long[] {Long.parseLong(after.substring(0, cut)), Long.parseLong(after.substring(cut + 1))};
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
