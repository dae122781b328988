package org.sanban.notices;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Directory;
import org.sanban.workflow.Laid;
import org.sanban.workflow.Moved;
import org.sanban.workflow.Moved.Arrival;
import org.sanban.workflow.ReminderDue;
import org.sanban.workflow.Urgency;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears the engine, in its transaction, and tells those whose tray or plan it changes. What simply arrives stands in the tray
 * anyway and is told only when it is urgent.
 */
@Component
class EngineNews {

    private final Notices notices;
    private final Directory directory;

    EngineNews(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    @EventListener
    void on(Moved moved) {
        Map<String, Set<Long>> told = new TreeMap<>();
        Map<String, Arrival> first = new HashMap<>();
        for (Arrival arrival : moved.arrivals()) {
            String what = what(moved, arrival);
            if (what != null) {
                told.computeIfAbsent(what, w -> new TreeSet<>()).addAll(persons(arrival));
                first.putIfAbsent(what, arrival);
            }
        }
        told.forEach((what, persons) -> {
            persons.remove(moved.actor());
            notices.tell(persons, moved.subject(), what, args(moved, first.get(what)), moved.at());
        });
    }

    /** Before the limit it is a reminder, from then on it is overdue, whoever the ladder names. */
    @EventListener
    void on(ReminderDue reminder) {
        Instant due = reminder.due();
        Map<String, Object> args = new HashMap<>();
        args.put("title", reminder.title());
        put(args, "due", due);
        put(args, "note", reminder.number());
        String what = due != null && !due.isAfter(reminder.at()) ? "task.escalated" : "task.reminded";
        notices.tell(reminder.tell(), reminder.subject(), what, args, reminder.at());
    }

    /** What nobody handed over and a job began. */
    @EventListener
    void on(Laid laid) {
        notices.tell(laid.persons(), laid.subject(), "task.laid", Map.of("title", laid.title()), laid.at());
    }

    private static @Nullable String what(Moved moved, Arrival arrival) {
        return switch (moved.kind()) {
            case "URGE" -> "task.urged";
            case "DECIDE" -> "extension.decided";
            case "RETURN" -> "task.returned";
            case "VOID" -> "task.voided";
            default -> arrival.kind().equals("READ") ? "task.circulated"
                    : moved.urgency().lane() == Urgency.Lane.URGENT ? "task.urgent" : null;
        };
    }

    /** The holder; for the tray of a role, everyone who may claim from it. */
    private Collection<Long> persons(Arrival arrival) {
        Long holder = arrival.holder();
        String role = arrival.role();
        return holder != null ? List.of(holder)
                : role == null ? List.of()
                : directory.holding(role, arrival.unit()).stream().map(Directory.Entry::id).toList();
    }

    private Map<String, Object> args(Moved moved, Arrival arrival) {
        Map<String, Object> args = new HashMap<>();
        args.put("title", moved.title());
        args.put("who", directory.person(moved.actor()).map(Directory.Entry::name).orElse(""));
        put(args, "due", arrival.due());
        put(args, "reason", moved.reason() != null ? moved.reason() : moved.opinion());
        put(args, "note", moved.number());
        return args;
    }

    private static void put(Map<String, Object> args, String key, @Nullable Object value) {
        if (value != null) {
            args.put(key, value.toString());
        }
    }
}
