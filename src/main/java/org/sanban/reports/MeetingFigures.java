package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures of the meetings that were held in a period, beside those of the base period (domain.md §5.6). */
@Service
@Transactional(readOnly = true)
public class MeetingFigures {

    private static final int MOST = 2_000;

    /**
     * A meeting with what is measured of it; lengths in natural minutes, null where there is nothing to measure.
     *
     * @param replied bodies that had replied a day before; {@code decisions} those that are due by now or done
     */
    public record Line(
            long id, String type, String title, long unit, Instant starts, @Nullable Long minutes, @Nullable Long rounds, @Nullable Long press, int invited, int replied, int materials,
            int materialsInTime, long planned, @Nullable Long real, int decisions, int decisionsInTime) {}

    /**
     * One figure.
     *
     * @param meetings that count; {@code part} of {@code of} for a share, else {@code median}
     * @param base median of the base period, null where none is set or none was held in it
     */
    public record Figure(MeetingMeasure measure, int meetings, long part, long of, long median, @Nullable Long base) {

        /** By how much shorter than in the base period, in hundredths (压缩率); null where nothing is to compare with. */
        public @Nullable Long shorter() {
            return base == null || base == 0 ? null : Math.round(100.0 * (base - median) / base);
        }
    }

    /** @param lines all meetings held in it, the latest first */
    public record Figures(Span span, @Nullable Span base, List<Line> lines, Map<MeetingMeasure, Figure> values) {}

    private final JdbcClient jdbc;
    private final Bases bases;
    private final ZoneId zone;

    MeetingFigures(JdbcClient jdbc, Bases bases, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.bases = bases;
        this.zone = zone;
    }

    public Figures of(Span span, Sphere sphere, Instant now) {
        List<Line> lines = lines(span, sphere, now);
        Span base = bases.present();
        List<Line> then = base == null ? List.of() : lines(base, sphere, now);
        Map<MeetingMeasure, Figure> values = new EnumMap<>(MeetingMeasure.class);
        for (MeetingMeasure m : MeetingMeasure.values()) {
            List<Line> counted = lines.stream().filter(m::counts).toList();
            boolean compared = !m.share() && then.stream().anyMatch(m::counts);
            values.put(m, new Figure(
                    m, counted.size(), counted.stream().mapToLong(m::part).sum(), counted.stream().mapToLong(m::of).sum(), m.share() ? 0 : m.median(counted), compared ? m.median(then) : null));
        }
        return new Figures(span, base, lines, values);
    }

    private List<Line> lines(Span span, Sphere sphere, Instant now) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values, "r.owner_unit", "r.confidentiality");
        return jdbc.sql("""
                        select r.*, coalesce(d.due, 0) as decisions, coalesce(d.in_time, 0) as decisions_in_time from report_meeting r
                          left join lateral (select count(*) as due, count(*) filter (where closed_at <= due_at) as in_time from report_meeting_decision
                                              where meeting_id = r.id and (due_at <= :now or closed_at is not null)) d on true
                         where r.over_at >= :from and r.over_at < :until and\s""" + where + " order by r.starts_at desc, r.id desc limit " + MOST)
                .params(values).param("now", utc(now)).param("from", start(span.from())).param("until", start(span.to())).query(MeetingFigures::line).list();
    }

    private OffsetDateTime start(LocalDate day) {
        return utc(day.atStartOfDay(zone).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getLong("id"), row.getString("type"), row.getString("title"), row.getLong("owner_unit"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                whole(row, "minutes_took"), whole(row, "minutes_rounds"), whole(row, "press_took"), row.getInt("invited"), row.getInt("replied_day_before"), row.getInt("materials"),
                row.getInt("materials_in_time"), row.getLong("planned_length"), whole(row, "real_length"), row.getInt("decisions"), row.getInt("decisions_in_time"));
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Math.round(value);
    }
}
