package org.sanban.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.OpinionView;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Puts the record of a handling into words; nothing a person wrote is shortened or changed. */
@Component
class CourseWords {

    private final Directory directory;
    private final Remaining remaining;
    private final RoleNames roleNames;

    CourseWords(Directory directory, Remaining remaining, RoleNames roleNames) {
        this.directory = directory;
        this.remaining = remaining;
        this.roleNames = roleNames;
    }

    List<CourseView.Held> now(Past past, Texts texts, Instant at) {
        return past.tasks().stream().filter(Task::open).map(t -> new CourseView.Held(
                        t.id(), t.kind.name(), past.step(t.step).in(texts.chinese()), holder(t, texts), t.holderId, t.part, t.openedAt != null,
                        remaining.of(Timing.of(t, past.stands(t)), texts, at)))
                .toList();
    }

    /** Every opinion as it was given, and the reason of every return; a correction stands after what it corrects. */
    List<CourseView.Given> opinions(Past past, Texts texts) {
        Set<Long> corrected = new HashSet<>();
        past.movements().forEach(m -> {
            if (m.corrects != null) {
                corrected.add(m.corrects);
            }
        });
        List<CourseView.Given> given = new ArrayList<>();
        for (Movement movement : past.movements()) {
            String text = movement.opinion != null ? movement.opinion : movement.kind.equals("RETURN") ? movement.reason : null;
            boolean circled = movement.opinionKind == Act.Opinion.Kind.CIRCLED;
            if (text != null || circled) {
                given.add(given(past, movement, text, circled, corrected.contains(movement.id()), texts));
            }
        }
        return given;
    }

    private CourseView.Given given(Past past, Movement movement, @Nullable String text, boolean circled, boolean corrected, Texts texts) {
        String step = stepOf(past, movement);
        long person = movement.onBehalfOf == null ? movement.actorId : movement.onBehalfOf;
        String stepName = past.step(step).in(texts.chinese());
        String act = switch (movement.kind) {
            case "RETURN", "READ", "HAND_DOWN", "REPORT", "CORRECT_OPINION" -> texts.of("workflow.opinion." + movement.kind, stepName);
            default -> stepName;
        };
        boolean leader = past.procedure().has(step) && past.procedure().step(step).proxy() != null;
        return new CourseView.Given(movement.id(), step, stepName, person, new OpinionView(
                name(person), directory.person(person).map(Directory.Entry::post).orElse(""), act, text, movement.at,
                note(movement, texts), circled, leader, corrected));
    }

    private static String stepOf(Past past, Movement movement) {
        if (movement.corrects != null) {
            return past.movements().stream().filter(m -> m.id() == movement.corrects).findFirst().map(m -> stepOf(past, m)).orElse("");
        }
        return movement.fromStep == null ? "" : movement.fromStep;
    }

    private String note(Movement movement, Texts texts) {
        boolean oral = movement.opinionKind == Act.Opinion.Kind.ORAL_NOTED;
        if (movement.onBehalfOf == null) {
            return oral ? texts.of("workflow.opinion.oral") : "";
        }
        return texts.of(oral ? "workflow.opinion.oral-by" : "workflow.opinion.entered-by", name(movement.actorId));
    }

    List<CourseView.Event> history(Past past, Texts texts) {
        return past.movements().stream().map(m -> new CourseView.Event(
                        m.seq, m.at, who(m, texts), act(past, m, texts), m.opinion != null ? m.opinion : m.reason,
                        Set.of("RETURN", "JUMP", "VOID", "URGE").contains(m.kind) || m.detail.containsKey("overridden")))
                .toList();
    }

    private String who(Movement movement, Texts texts) {
        String actor = movement.actorId == 0 ? texts.of("workflow.move.system") : name(movement.actorId);
        return movement.onBehalfOf == null ? actor : texts.of("workflow.move.behalf", actor, name(movement.onBehalfOf));
    }

    private String act(Past past, Movement movement, Texts texts) {
        boolean stays = movement.kind.equals("COMPLETE") && Objects.equals(movement.fromStep, movement.toStep);
        String words = texts.of("workflow.move." + movement.kind + (stays ? ".signed" : ""),
                step(past, movement.fromStep, texts), step(past, movement.toStep, texts),
                detail(movement, "to"), detail(movement, "from"), detail(movement, "how"),
                Boolean.TRUE.equals(movement.detail.get("granted")) ? texts.of("workflow.move.granted") : texts.of("workflow.move.not-granted"),
                movement.detail.containsKey("stop") ? texts.of("workflow.stop." + movement.detail.get("stop")) : "");
        String waived = movement.detail.containsKey("waived") ? texts.of("workflow.move.waived", detail(movement, "waived")) : "";
        String passed = movement.detail.containsKey("overridden") ? texts.of("workflow.move.overridden", detail(movement, "override")) : "";
        return words + waived + passed;
    }

    private static String step(Past past, @Nullable String code, Texts texts) {
        return code == null || code.equals(Procedure.END) ? texts.of("workflow.move.end") : past.step(code).in(texts.chinese());
    }

    private static String detail(Movement movement, String key) {
        return String.valueOf(movement.detail.getOrDefault(key, ""));
    }

    List<CourseView.Reader> readers(Past past) {
        return past.tasks().stream().filter(t -> t.kind == Task.Kind.READ).sorted(java.util.Comparator.comparing((Task t) -> t.turn).thenComparing(Task::id))
                .map(t -> new CourseView.Reader(
                        t.id(), name(t.holderId), t.holderId == null ? "" : directory.person(t.holderId).map(Directory.Entry::post).orElse(""),
                        t.turn + 1, t.arrivedAt, t.openedAt, t.state == Task.State.DONE ? t.doneAt : null, said(past, t), t.outcome))
                .toList();
    }

    List<CourseView.Errand> errands(Past past, Texts texts, Instant at) {
        return past.tasks().stream().filter(t -> t.kind == Task.Kind.ERRAND || t.kind == Task.Kind.SIGN_BEFORE)
                .map(t -> new CourseView.Errand(
                        t.id(), t.kind.name(), name(t.assignedBy), holder(t, texts), t.note, t.arrivedAt, t.openedAt,
                        t.state == Task.State.DONE ? t.doneAt : null, said(past, t), t.outcome,
                        t.open() ? remaining.of(Timing.of(t, past.stands(t)), texts, at) : org.sanban.pages.TimeLeft.none()))
                .toList();
    }

    /** What was answered when the task was finished. */
    private static @Nullable String said(Past past, Task task) {
        return past.movements().stream()
                .filter(m -> Objects.equals(m.taskId, task.id()) && Set.of("READ", "REPORT", "COMPLETE").contains(m.kind))
                .map(m -> m.opinion).filter(Objects::nonNull).findFirst().orElse(null);
    }

    List<CourseView.Stop> stops(Past past) {
        return past.stops().stream().map(s -> new CourseView.Stop(s.reason, s.note, name(s.approvedBy), s.stoppedAt, s.resumedAt)).toList();
    }

    List<CourseView.Asked> extensions(Past past) {
        return past.extensions().stream().map(e -> new CourseView.Asked(
                        name(e.askedBy), e.askedDue, e.reason, e.granted, e.decidedBy == null ? null : name(e.decidedBy), e.decisionNote))
                .toList();
    }

    /** The first clock: what the holders of the main line took, open tasks included. */
    String own(Past past, Texts texts, Instant at) {
        long minutes = past.tasks().stream().filter(Task::main).mapToLong(t -> t.ownMinutes != null
                ? t.ownMinutes
                : Math.max(0, remaining.elapsed(t.clock, t.arrivedAt, at) - waited(t, at))).sum();
        return remaining.span(clock(past), minutes, texts);
    }

    /** The second clock: waiting for others. */
    String waiting(Past past, Texts texts, Instant at) {
        long minutes = past.tasks().stream().filter(Task::main).mapToLong(t -> waited(t, at)).sum();
        return minutes == 0 ? "" : remaining.span(clock(past), minutes, texts);
    }

    private long waited(Task task, Instant at) {
        return task.waitingMinutes + (task.waitingSince == null ? 0 : remaining.elapsed(task.clock, task.waitingSince, at));
    }

    private static Limit.Clock clock(Past past) {
        return past.handling().urgency.lane() == Urgency.Lane.URGENT ? Limit.Clock.NATURAL : Limit.Clock.WORK;
    }

    private String holder(Task task, Texts texts) {
        return task.holderId != null || task.role == null ? name(task.holderId) : texts.of("workflow.tray.role", roleNames.of(task.role).in(texts.chinese()));
    }

    private String name(@Nullable Long person) {
        return person == null ? "" : directory.person(person).map(Directory.Entry::name).orElse(String.valueOf(person));
    }
}
