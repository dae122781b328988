package org.sanban.meetings;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly plan of meetings (年度会议计划): what stands in it month by month, what was held beside it and why, and what it all comes to. */
@Service
@Transactional(readOnly = true)
public class YearPlan {

    private static final int MOST = 2_000;

    /** @param outside why it was held beside the plan, null for what stands in it */
    public record Entry(
            long id, String type, String title, Instant starts, Instant ends, String place, boolean video, @Nullable Integer scale, @Nullable BigDecimal budget, long ownerUnit,
            @Nullable String outside, @Nullable Instant over, @Nullable Instant cancelled, boolean postponed) {}

    /** @param minutes planned length of those that were not called off */
    public record Sum(int count, int held, int cancelled, int video, long minutes, BigDecimal budget) {
        static Sum of(List<Entry> all) {
            List<Entry> living = all.stream().filter(e -> e.cancelled() == null).toList();
            return new Sum(
                    all.size(), (int) all.stream().filter(e -> e.over() != null).count(), all.size() - living.size(), (int) living.stream().filter(Entry::video).count(),
                    living.stream().mapToLong(e -> Duration.between(e.starts(), e.ends()).toMinutes()).sum(),
                    living.stream().map(Entry::budget).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    /** @param months those of the plan, by the month in which they start; {@code types} sums of all by type */
    public record Year(int year, Map<Integer, List<Entry>> months, List<Entry> outside, Sum planned, Sum beside, Map<String, Sum> types) {}

    private final MeetingSight sight;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    YearPlan(MeetingSight sight, JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.sight = sight;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Of the meetings that the actor may read. */
    public Year of(int year, Actor by) {
        List<Entry> all = jdbc.sql("""
                        select m.id, m.type, m.title, m.starts_at, m.ends_at, m.place, m.video, m.scale, m.budget, m.owner_unit, m.plan_year, m.plan_exception, m.over_at, m.cancelled_at,
                               exists (select 1 from meeting_change c where c.meeting_id = m.id and c.kind = 'POSTPONED') as postponed
                          from meeting m join handling h on h.subject_kind = 'meeting' and h.subject_id = m.id
                         where coalesce(h.outcome, '') not in ('NOT_HELD', 'NOT_APPROVED')
                           and (m.plan_year = :year or m.plan_year is null and m.plan_exception is not null and m.starts_at >= :from and m.starts_at < :until) and\s""" + sight.of(by)
                        + " order by m.starts_at, m.id limit " + MOST)
                .params(sight.params(by)).param("year", year).param("from", start(year)).param("until", start(year + 1))
                .query((row, n) -> new Entry(
                        row.getLong("id"), row.getString("type"), row.getString("title"), MeetingRows.instant(row, "starts_at"), MeetingRows.instant(row, "ends_at"), row.getString("place"),
                        row.getBoolean("video"), row.getObject("scale", Integer.class), row.getBigDecimal("budget"), row.getLong("owner_unit"),
                        row.getObject("plan_year", Integer.class) == null ? row.getString("plan_exception") : null, MeetingRows.orNull(row, "over_at"), MeetingRows.orNull(row, "cancelled_at"),
                        row.getBoolean("postponed")))
                .list();
        List<Entry> planned = all.stream().filter(e -> e.outside() == null).toList();
        List<Entry> outside = all.stream().filter(e -> e.outside() != null).toList();
        Map<Integer, List<Entry>> months = planned.stream().collect(Collectors.groupingBy(e -> e.starts().atZone(zone).getMonthValue(), TreeMap::new, Collectors.toList()));
        Map<String, Sum> types = new LinkedHashMap<>();
        all.stream().collect(Collectors.groupingBy(Entry::type, LinkedHashMap::new, Collectors.toList())).forEach((type, of) -> types.put(type, Sum.of(of)));
        return new Year(year, months, outside, Sum.of(planned), Sum.of(outside), types);
    }

    private Timestamp start(int year) {
        return Timestamp.from(LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant());
    }
}
