package org.sanban.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a task is due, when it counts as not moving, and how long it took: in working minutes or natural ones (domain.md §2.7). */
@Component
class Clocks {

    private final WorkCalendar calendar;
    private final ZoneId zone;
    private final LocalTime cutOff;

    Clocks(
            WorkCalendar calendar,
            @Value("${sanban.zone}") ZoneId zone,
            @Value("${sanban.same-day.cut-off:17:00}") LocalTime cutOff) {
        this.calendar = calendar;
        this.zone = zone;
        this.cutOff = cutOff;
    }

    /** The task lies in its tray from now on: stamps arrival, due date and the moments at which somebody is told. */
    void arrive(Task task, Procedure procedure, Handling handling, Instant at) {
        task.state = Task.State.OPEN;
        task.arrivedAt = at;
        if (handling.stopped()) {
            task.waitingSince = at;
        }
        if (task.dueAt == null) {
            setDue(task, procedure, handling, at);
        }
        planNudges(task, procedure, handling.urgency.lane(), at);
    }

    private void setDue(Task task, Procedure procedure, Handling handling, Instant at) {
        Urgency.Lane lane = handling.urgency.lane();
        @Nullable Step step = task.main() ? procedure.step(task.step) : null;
        @Nullable Limit limit = step != null ? step.limit(lane, task.part) : beside(procedure.beside(), lane);
        Instant deadline = step != null && step.deadline() ? handling.deadline() : null;
        if (limit != null) {
            task.clock = limit.clock();
            task.dueAt = plus(at, limit);
        }
        if (deadline != null && (task.part != Act.Part.SUPPORT || task.dueAt == null || deadline.isBefore(task.dueAt))) {
            task.clock = lane == Urgency.Lane.URGENT ? Limit.Clock.NATURAL : task.clock;
            task.dueAt = deadline;
        }
    }

    private static @Nullable Limit beside(Map<Urgency.Lane, Limit> limits, Urgency.Lane lane) {
        return limits.getOrDefault(lane, limits.get(Urgency.Lane.NORMAL));
    }

    /** Plans "not moving" and the first rung of the ladder from the due date as it now stands. */
    void planNudges(Task task, Procedure procedure, Urgency.Lane lane, Instant at) {
        if (task.dueAt == null || task.arrivedAt == null) {
            return;
        }
        long allowed = Math.max(0, elapsed(task.clock, task.arrivedAt, task.dueAt));
        task.minutesAllowed = allowed;
        task.stillAt = later(task.clock, task.arrivedAt, Math.round(allowed * procedure.notMoving()));
        task.nudgeLevel = 0;
        task.nudgeAt = rungAt(task, procedure.ladder(), 0, lane);
    }

    /** The next rung that lies after {@code at}, so that a long outage is answered by one notice and not by four. */
    void nextNudge(Task task, Procedure procedure, Urgency.Lane lane) {
        task.nudgeLevel++;
        task.nudgeAt = rungAt(task, procedure.ladder(), task.nudgeLevel, lane);
    }

    private @Nullable Instant rungAt(Task task, List<Procedure.Rung> ladder, int level, Urgency.Lane lane) {
        if (level >= ladder.size() || task.arrivedAt == null || task.dueAt == null || task.minutesAllowed == null) {
            return null;
        }
        Procedure.Rung rung = ladder.get(level);
        return rung.share() != null
                ? rung.share() >= 1 ? task.dueAt : later(task.clock, task.arrivedAt, Math.round(task.minutesAllowed * rung.share()))
                : plus(task.dueAt, rung.after(lane));
    }

    Instant plus(Instant from, Limit limit) {
        return switch (limit.clock()) {
            case NATURAL -> from.plus(natural(limit));
            case WORK -> calendar.plus(from, limit.unit() == Limit.Unit.DAY
                    ? limit.amount() * calendar.minutesPerDay()
                    : natural(limit).toMinutes());
            case SAME_DAY -> sameDay(from);
        };
    }

    private static Duration natural(Limit limit) {
        return switch (limit.unit()) {
            case MINUTE -> Duration.ofMinutes(limit.amount());
            case HOUR -> Duration.ofHours(limit.amount());
            case DAY -> Duration.ofDays(limit.amount());
        };
    }

    private Instant sameDay(Instant from) {
        LocalDate day = from.atZone(zone).toLocalDate();
        boolean inTime = calendar.worksOn(day) && from.atZone(zone).toLocalTime().isBefore(cutOff);
        if (inTime) {
            return calendar.plus(day.atStartOfDay(zone).toInstant(), calendar.minutesPerDay());
        }
        LocalDate next = day.plusDays(1);
        while (!calendar.worksOn(next)) {
            next = next.plusDays(1);
        }
        return next.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    /** Minutes between two instants as the clock counts them; negative when {@code to} is earlier. */
    long elapsed(Limit.Clock clock, Instant from, Instant to) {
        return clock == Limit.Clock.WORK
                ? calendar.minutesBetween(from, to)
                : Duration.between(from, to).toMinutes();
    }

    /** {@code minutes} later as the clock counts them. */
    Instant later(Limit.Clock clock, Instant from, long minutes) {
        return clock == Limit.Clock.WORK ? calendar.plus(from, minutes) : from.plus(Duration.ofMinutes(minutes));
    }

    /** The task waits for others from now on: the second clock runs. */
    void beginWaiting(Task task, Instant at) {
        if (task.waitingSince == null && task.open()) {
            task.waitingSince = at;
        }
    }

    void endWaiting(Task task, Instant at) {
        if (task.waitingSince != null) {
            task.waitingMinutes += Math.max(0, elapsed(task.clock, task.waitingSince, at));
            task.waitingSince = null;
        }
    }

    /** After a legal stop the due date and what hangs on it move by the time stopped. */
    void moveBy(Task task, Instant stoppedAt, Instant at) {
        Instant from = task.arrivedAt != null && task.arrivedAt.isAfter(stoppedAt) ? task.arrivedAt : stoppedAt;
        long minutes = Math.max(0, elapsed(task.clock, from, at));
        task.dueAt = task.dueAt == null ? null : later(task.clock, task.dueAt, minutes);
        task.stillAt = task.stillAt == null ? null : later(task.clock, task.stillAt, minutes);
        task.nudgeAt = task.nudgeAt == null ? null : later(task.clock, task.nudgeAt, minutes);
    }

    /** Stamps the end of a task: own time and waiting time in two columns. */
    void end(Task task, Task.State how, String outcome, long by, Instant at) {
        endWaiting(task, at);
        if (task.arrivedAt != null) {
            task.ownMinutes = Math.max(0, elapsed(task.clock, task.arrivedAt, at) - task.waitingMinutes);
        }
        task.end(how, outcome, by, at);
    }
}
