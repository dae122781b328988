package org.sanban.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts months once, so that a report over years adds up cells instead of tasks. Nothing on the way of a step: every quarter of an hour it
 * looks which matters moved since it last looked, and counts those months anew that any of their tasks lies in; the months on the way to
 * now are counted as far as now. Running it again changes nothing.
 */
@Component
class RollUp implements RecurringJob {

    /** Rows of somebody who acts now may be committed a little later than their time says. */
    private static final Duration SLACK = Duration.ofMinutes(10);
    private static final int RECENT = 3;
    /** Numbers of movements that nodes have drawn and not used up yet may be among so many last ones. */
    private static final int DRAWN = 1_000;

    private record Watch(Instant seenTo, long seenId, LocalDate whole) {}

    private final JdbcClient jdbc;
    private final Facts facts;
    private final InHand inHand;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    RollUp(JdbcClient jdbc, Facts facts, TransactionTemplate transaction, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.inHand = new InHand(jdbc);
        this.transaction = transaction;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "reports.roll-up";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run(Instant at) {
        Instant first = facts.first();
        if (first == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(at, zone);
        LocalDate present = today.withDayOfMonth(1);
        Watch watch = watch();
        long last = jdbc.sql("select last_value from movement_seq").query(Long.class).single() - DRAWN;
        TreeSet<LocalDate> months = new TreeSet<>(watch == null ? List.of() : restated(watch));
        if (watch == null || watch.whole().isBefore(today)) {
            for (int back = 0; back <= RECENT; back++) {
                months.add(present.minusMonths(back));
            }
        }
        LocalDate begun = LocalDate.ofInstant(first, zone).withDayOfMonth(1);
        for (LocalDate month = begun; !month.isAfter(present); month = month.plusMonths(1)) {
            if (months.contains(month) || !whole(month, at)) {
                LocalDate one = month;
                transaction.executeWithoutResult(s -> count(one, at));
            }
        }
        jdbc.sql("insert into report_watch (seen_to, seen_id, whole) values (:to, :id, :whole) on conflict (one) do update set seen_to = :to, seen_id = :id, whole = :whole")
                .param("to", at.minus(SLACK).atOffset(ZoneOffset.UTC)).param("id", last).param("whole", today).update();
    }

    private @Nullable Watch watch() {
        return jdbc.sql("select * from report_watch").query((row, n) -> new Watch(
                row.getObject("seen_to", OffsetDateTime.class).toInstant(), row.getLong("seen_id"), row.getObject("whole", LocalDate.class))).optional().orElse(null);
    }

    /** Months in which a task or matter lies that moved since: by the time of the movement, and by its number where it was entered for an earlier time. */
    private List<LocalDate> restated(Watch watch) {
        return jdbc.sql("""
                with moved as (select distinct handling_id from movement where at >= :to or id > :id)
                select distinct date_trunc('month', time at time zone :zone)::date
                  from moved join handling h on h.id = moved.handling_id join task t on t.handling_id = h.id
                 cross join lateral (values (t.done_at), (t.due_at), (h.started_at), (h.closed_at)) v (time)
                 where time is not null""")
                .param("to", watch.seenTo().atOffset(ZoneOffset.UTC)).param("id", watch.seenId()).param("zone", zone.getId())
                .query(LocalDate.class).list();
    }

    private boolean whole(LocalDate month, Instant at) {
        Instant end = start(month.plusMonths(1));
        return !end.isAfter(at) && jdbc.sql("select count(*) from report_month where month = ? and until >= ?")
                .params(month, end.atOffset(ZoneOffset.UTC)).query(Integer.class).single() > 0;
    }

    private void count(LocalDate month, Instant at) {
        Instant end = start(month.plusMonths(1));
        Instant until = end.isAfter(at) ? at : end;
        Map<Cell, Tally> cells = facts.count(EnumSet.allOf(Measure.class), start(month), until);
        jdbc.sql("delete from report_rollup where month = ?").param(month).update();
        Map<Cell, Tally> whole = new HashMap<>();
        cells.forEach((cell, tally) -> whole.computeIfAbsent(cell.whole(), c -> new Tally()).add(tally));
        Batch batch = new Batch(jdbc);
        cells.forEach(batch::add);
        whole.forEach(batch::add);
        batch.send();
        jdbc.sql("insert into report_month (month, until, rolled_at) values (:month, :until, :at) on conflict (month) do update set until = :until, rolled_at = :at")
                .param("month", month).param("until", until.atOffset(ZoneOffset.UTC)).param("at", at.atOffset(ZoneOffset.UTC)).update();
        inHand.from(month);
    }

    private Instant start(LocalDate month) {
        return month.atStartOfDay(zone).toInstant();
    }
}
