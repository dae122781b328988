package org.sanban.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Refused;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Circulation for reading (传阅), in series, parallel or mixed, beside the main line. Where it is, is always known. */
@Component
class Reading {

    void circulate(Move move, Act.Circulate act) {
        boolean may = move.by.may(Roles.CIRCULATE)
                || move.liveMain().stream().anyMatch(t -> t.holderId != null && move.by.trays().contains(t.holderId));
        Refused.unless(may, "workflow.refusal.not-allowed");
        List<List<Place>> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (List<Long> group : act.groups()) {
            List<Place> places = new ArrayList<>();
            for (Long person : group) {
                Directory.Entry reader = move.holders.active(person);
                boolean twice = !seen.add(person) || move.tasks.stream().anyMatch(t -> t.kind == Task.Kind.READ && t.live() && Objects.equals(t.holderId, person));
                Refused.unless(!twice, "workflow.refusal.reads-already", reader.name());
                places.add(Place.of(person, reader.unit(), Act.Part.READER));
                names.add(reader.name());
            }
            if (!places.isEmpty()) {
                groups.add(places);
            }
        }
        Refused.unless(!groups.isEmpty(), "workflow.refusal.pick-readers");
        Movement note = move.note("CIRCULATE");
        note.reason = act.note() == null || act.note().isBlank() ? null : move.text(act.note(), "note", Move.LONGEST_REASON);
        note.detail.put("to", String.join("、", names));
        send(move, groups, note.reason);
    }

    /** One group after the other; a group begins when the one before has read or was skipped. */
    static void send(Move move, List<List<Place>> groups, @Nullable String note) {
        int turn = move.tasks.stream().filter(t -> t.kind == Task.Kind.READ && t.live()).mapToInt(t -> t.turn).max().orElse(-1) + 1;
        for (List<Place> group : groups) {
            for (Place place : group) {
                Task task = move.add(Task.Kind.READ, place, turn);
                task.note = note;
                move.rows.save(task);
            }
            turn++;
        }
        next(move);
    }

    private static void next(Move move) {
        List<Task> reading = move.tasks.stream().filter(t -> t.kind == Task.Kind.READ && t.live()).toList();
        if (reading.stream().anyMatch(Task::open)) {
            return;
        }
        reading.stream().mapToInt(t -> t.turn).min()
                .ifPresent(turn -> reading.stream().filter(t -> t.turn == turn).forEach(move::arrive));
    }

    void read(Move move, Task task, Act.Complete act) {
        String text = act.opinion() == null ? "" : act.opinion().text().strip();
        Movement note = move.note("READ");
        note.taskId = task.id();
        note.opinion = text.isEmpty() ? null : Move.storable(text, "opinion", Move.LONGEST_OPINION);
        note.opinionKind = act.opinion() == null ? null : act.opinion().kind();
        move.finish(task, note.opinion == null ? "READ" : "ANSWERED");
        next(move);
    }

    void skip(Move move, Act.Skip act) {
        Task task = reading(move, act.task());
        Movement note = move.note("SKIP");
        note.taskId = task.id();
        note.reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        note.detail.put("from", move.holders.name(task.holderId));
        move.drop(task, "SKIPPED");
        next(move);
    }

    static void recall(Move move, Task task, Act.Recall act) {
        reading(move, task.id());
        Movement note = move.note("RECALL");
        note.taskId = task.id();
        note.reason = act.reason() == null || act.reason().isBlank() ? null : move.text(act.reason(), "reason", Move.LONGEST_REASON);
        note.detail.put("from", move.holders.name(task.holderId));
        move.drop(task, "RECALLED");
        next(move);
    }

    private static Task reading(Move move, long id) {
        Task task = move.live(id);
        boolean may = task.kind == Task.Kind.READ && (task.assignedBy == move.by.id() || move.by.may(Roles.CIRCULATE));
        Refused.unless(may, "workflow.refusal.not-allowed");
        return task;
    }

    /** An override seen by a supervisor. */
    void seen(Move move, Task task) {
        Movement note = move.note("OVERRIDE_SEEN");
        note.taskId = task.id();
        move.finish(task, "SEEN");
    }
}
