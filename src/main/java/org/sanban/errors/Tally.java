package org.sanban.errors;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirmed errors counted for a circular (差错通报): numbers alone, no text and nobody. */
@Service
@Transactional(readOnly = true)
public class Tally {

    /**
     * Errors that are alike.
     *
     * @param type code; {@code stage} where they arose
     * @param rated do they count in the rate (S1 and above)? else they are near misses
     * @param self told by whoever made them or by the next in the chain
     * @param again the same as an earlier one
     */
    public record Group(
            String business, @Nullable String kind, @Nullable String type, @Nullable String stage, @Nullable String severity, boolean rated, boolean self,
            boolean again, int count) {}

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Tally(JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /**
     * Those made in the period, whenever they were found (domain.md §7.8): a late discovery changes what was said of its own period.
     *
     * @param from first day, {@code until} last day, both included, in the office's zone
     */
    public List<Group> made(LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select business, kind, type_code as type, introduced_step as stage, severity, counts_in_rate as rated,
                               source in ('SELF', 'REVIEWER') as self, recurrence_of is not null as again, count(*) as count
                          from report_error where confirmed and coalesce(occurred_at, found_at) >= ? and coalesce(occurred_at, found_at) < ?
                         group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4""")
                .params(start(from), start(until.plusDays(1)))
                .query(Group.class).list();
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
