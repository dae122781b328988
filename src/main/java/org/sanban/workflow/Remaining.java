package org.sanban.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Texts;
import org.sanban.pages.TimeLeft;
import org.sanban.people.CalendarMissing;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Time left in words and colour (剩余时间), made here alone: green above half, yellow to a fifth, orange below, red when late (domain.md §2.7). */
@Component
public class Remaining {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clocks clocks;
    private final WorkCalendar calendar;
    private final ZoneId zone;

    Remaining(Clocks clocks, WorkCalendar calendar, @Value("${sanban.zone}") ZoneId zone) {
        this.clocks = clocks;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The time left at {@code at}, with the time of waiting as its second line. */
    public TimeLeft of(Timing timing, Texts texts, Instant at) {
        String waiting = waiting(timing, texts, at);
        if (timing.stopped()) {
            return new TimeLeft(texts.of("workflow.left.stopped"), waiting, used(timing, at), TimeLeft.State.STOPPED);
        }
        Instant due = timing.due();
        if (due == null) {
            return new TimeLeft(texts.of("workflow.left.no-limit"), waiting, 0, TimeLeft.State.NONE);
        }
        String words = due.isBefore(at) ? late(timing, due, texts, at) : left(timing, due, texts, at);
        return new TimeLeft(words, waiting, used(timing, at), state(timing, at));
    }

    /** The colour alone. */
    public TimeLeft.State state(Timing timing, Instant at) {
        if (timing.stopped()) {
            return TimeLeft.State.STOPPED;
        }
        if (timing.due() == null) {
            return TimeLeft.State.NONE;
        }
        int used = used(timing, at);
        return timing.late(at) ? TimeLeft.State.RED
                : used < 50 ? TimeLeft.State.GREEN : used < 80 ? TimeLeft.State.YELLOW : TimeLeft.State.ORANGE;
    }

    /** A span of counted minutes in words: 40 分钟, 3 小时, 2 个工作日. */
    public String span(Limit.Clock clock, long minutes, Texts texts) {
        long day = clock == Limit.Clock.WORK ? calendar.minutesPerDay() : Duration.ofDays(1).toMinutes();
        if (minutes < 60) {
            return texts.of("workflow.span.minutes", minutes);
        }
        if (minutes < day) {
            return texts.of("workflow.span.hours", Math.round(minutes / 60.0));
        }
        return texts.of(clock == Limit.Clock.WORK ? "workflow.span.workdays" : "workflow.span.days", Math.round((double) minutes / day));
    }

    private String late(Timing timing, Instant due, Texts texts, Instant at) {
        long minutes = elapsed(timing.clock(), due, at);
        return minutes < 1 ? texts.of("workflow.left.just-late") : texts.of("workflow.left.late", span(timing.clock(), minutes, texts));
    }

    private String left(Timing timing, Instant due, Texts texts, Instant at) {
        if (Duration.between(at, due).toMinutes() < 60) {
            return texts.of("workflow.left.left", span(Limit.Clock.NATURAL, Duration.between(at, due).toMinutes(), texts));
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        LocalDate day = due.atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return texts.of("workflow.left.today", TIME.format(due.atZone(zone)));
        }
        if (day.equals(today.plusDays(1))) {
            return texts.of("workflow.left.tomorrow", TIME.format(due.atZone(zone)));
        }
        long minutes = elapsed(timing.clock(), at, due);
        long perDay = timing.clock() == Limit.Clock.WORK ? calendar.minutesPerDay() : Duration.ofDays(1).toMinutes();
        return minutes < perDay
                ? texts.of("workflow.left.by", texts.shortly(due))
                : texts.of("workflow.left.left", span(timing.clock(), minutes - minutes % perDay, texts));
    }

    private String waiting(Timing timing, Texts texts, Instant at) {
        Instant since = timing.waitingSince();
        long minutes = timing.waitingMinutes() + (since == null ? 0 : elapsed(timing.clock(), since, at));
        if (since != null) {
            return texts.of("workflow.left.waiting", span(timing.clock(), minutes, texts));
        }
        return minutes == 0 ? "" : texts.of("workflow.left.waited", span(timing.clock(), minutes, texts));
    }

    private int used(Timing timing, Instant at) {
        Instant arrived = timing.arrived();
        if (arrived == null || timing.due() == null) {
            return 0;
        }
        Instant until = timing.stopped() && timing.waitingSince() != null ? timing.waitingSince() : at;
        long allowed = elapsed(timing.clock(), arrived, timing.due());
        long gone = elapsed(timing.clock(), arrived, until);
        return allowed <= 0 ? 100 : (int) Math.clamp(gone * 100 / allowed, 0, 100);
    }

    /** Minutes as the clock counts them; by the natural one where a year has no calendar, so that a tray can always be read. */
    long elapsed(Limit.Clock clock, @Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return 0;
        }
        try {
            return Math.max(0, clocks.elapsed(clock, from, to));
        } catch (CalendarMissing missing) {
            return Math.max(0, Duration.between(from, to).toMinutes());
        }
    }
}
