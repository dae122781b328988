package org.sanban.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Makes the {@link Sheet} of an act from what the procedure says of the present and the next step. */
@Component
class Sheets {

    private final Rows rows;
    private final Holders holders;
    private final Gates gates;
    private final Directory directory;
    private final Actors actors;

    Sheets(Rows rows, Holders holders, Gates gates, Directory directory, Actors actors) {
        this.rows = rows;
        this.holders = holders;
        this.gates = gates;
        this.directory = directory;
        this.actors = actors;
    }

    Sheet of(Scene scene, List<Offer> offers) {
        Offer offer = offers.getFirst();
        Task task = scene.task(offer.task());
        Step step = task == null || !scene.procedure().has(task.step) ? null : scene.procedure().step(task.step);
        Step.Transition way = step == null || offer.to() == null ? null : step.transition(offer.to()).orElse(null);
        boolean main = offer.doing() == Doing.COMPLETION && task != null && task.main() && step != null;
        Step next = next(scene, offer, way);
        Sheet.Picks picks = next == null ? picksOf(offer.doing()) : picks(next);
        List<Task> before = next == null ? List.of() : before(scene, next.code());
        boolean supportMissing = main && step.mode() == Mode.LEAD && scene.last(task);
        return new Sheet(
                offers, task == null ? null : task.kind.name(), step == null ? null : step.name(),
                needsOpinion(task, step, way, main), main && step.proxy() != null, picks, choices(scene, offer, task, next, picks),
                before.stream().filter(t -> t.part != Act.Part.SUPPORT).map(t -> id(t, picks)).filter(Objects::nonNull).distinct().toList(),
                before.stream().filter(t -> t.part == Act.Part.SUPPORT).map(t -> id(t, picks)).filter(Objects::nonNull).distinct().toList(),
                supportMissing ? scene.main().stream().filter(t -> t.part == Act.Part.SUPPORT).map(t -> holders.name(t.holderId)).toList() : List.of(),
                main && way != null && scene.by().may(Roles.OVERRIDE) && gates.overridable(step, way),
                offer.doing() == Doing.ERRAND || offer.doing() == Doing.EXTENSION || (main && (step.proxy() != null || (next != null && next.deadline()))),
                offer.doing() == Doing.RETURN && offer.to() != null ? held(before(scene, offer.to())) : List.of(),
                about(offer, task), positions(scene, offer));
    }

    /** The step entered by the act, where its holders may have to be picked. */
    private static @Nullable Step next(Scene scene, Offer offer, Step.@Nullable Transition way) {
        return switch (offer.doing()) {
            case COMPLETION -> way == null || way.ends() ? null : scene.procedure().step(way.to());
            case JUMP, REOPENING -> offer.to() == null ? null : scene.procedure().step(offer.to());
            default -> null;
        };
    }

    private static boolean needsOpinion(@Nullable Task task, @Nullable Step step, Step.@Nullable Transition way, boolean main) {
        boolean asked = main && step != null && step.requires().contains("opinion") || way != null && way.requires().contains("opinion");
        return asked || task != null && (task.kind == Task.Kind.ERRAND || task.kind == Task.Kind.SIGN_BEFORE);
    }

    private static Sheet.Picks picksOf(Doing doing) {
        return switch (doing) {
            case FORWARDING, ERRAND -> Sheet.Picks.PERSON;
            case SIGNERS, CIRCULATION -> Sheet.Picks.PERSONS;
            default -> Sheet.Picks.NONE;
        };
    }

    private static Sheet.Picks picks(Step next) {
        boolean one = next.mode() == Mode.ONE;
        return switch (next.holder().rule()) {
            case ROLE, ROLE_IN_OWNER_UNIT -> Sheet.Picks.PERSON_OPTIONAL;
            case PICKED -> next.mode() == Mode.LEAD ? Sheet.Picks.LEAD_PERSONS
                    : one ? Sheet.Picks.PERSON : next.mode() == Mode.IN_TURN ? Sheet.Picks.IN_TURN : Sheet.Picks.PERSONS;
            case PICKED_UNITS -> next.mode() == Mode.LEAD ? Sheet.Picks.LEAD_UNITS : one ? Sheet.Picks.UNIT : Sheet.Picks.UNITS;
            default -> Sheet.Picks.NONE;
        };
    }

    private List<Choice> choices(Scene scene, Offer offer, @Nullable Task task, @Nullable Step next, Sheet.Picks picks) {
        return switch (picks) {
            case NONE -> List.of();
            case UNIT, UNITS, LEAD_UNITS -> directory.units().stream().flatMap(u -> receiver(u.id(), scene)
                    .map(r -> Choice.of(u.id(), u.name(), r.name()).foundBy(u.code())).stream()).toList();
            default -> directory.forBusiness().stream()
                    .filter(p -> next == null || next.holder().roles().isEmpty() || next.holder().roles().stream().anyMatch(p.roles()::contains))
                    .filter(p -> next != null || (offer.doing() == Doing.CIRCULATION ? !reads(scene, p.id()) : fresh(scene, offer, task, p.id())))
                    .map(this::choice).toList();
        };
    }

    /**
     * Into whose tray a unit's part goes, as {@link Holders} decides: its head, else its first member, else the head above. A unit
     * whose first member may not handle anything is not offered.
     */
    private Optional<Directory.Entry> receiver(long unit, Scene scene) {
        List<Directory.Entry> members = directory.membersOf(unit).stream().filter(Directory.Entry::business).toList();
        Optional<Directory.Entry> head = directory.headOf(unit);
        return members.isEmpty() || head.filter(members::contains).isPresent()
                ? head
                : Optional.of(members.getFirst()).filter(m -> actors.of(m.id(), scene.at()).may(Roles.HANDLE));
    }

    /** Somebody who does not hold it already. */
    private static boolean fresh(Scene scene, Offer offer, @Nullable Task task, long person) {
        boolean holds = task != null && Objects.equals(task.holderId, person);
        boolean second = offer.doing() == Doing.FORWARDING && task != null && task.main()
                && scene.main().stream().anyMatch(t -> Objects.equals(t.holderId, person));
        boolean self = task != null && task.holderId == null && person == scene.by().id();
        return !holds && !second && !self;
    }

    private static boolean reads(Scene scene, long person) {
        return scene.tasks().stream().anyMatch(t -> t.kind == Task.Kind.READ && Objects.equals(t.holderId, person));
    }

    private Choice choice(Directory.Entry person) {
        return Choice.of(person.id(), person.name(), person.post())
                .under(directory.unit(person.unit()).map(Directory.UnitEntry::name).orElse("")).foundBy(person.code());
    }

    private List<Task> before(Scene scene, String step) {
        return rows.lastMainTasks(scene.handling().id(), step);
    }

    private static @Nullable String id(Task task, Sheet.Picks picks) {
        boolean units = Set.of(Sheet.Picks.UNIT, Sheet.Picks.UNITS, Sheet.Picks.LEAD_UNITS).contains(picks);
        return units ? String.valueOf(task.unitId) : task.holderId == null ? null : String.valueOf(task.holderId);
    }

    /** Where further signers may stand (加签): in a step that the first one ends, only before; where a lead closes, not after. */
    private static List<Act.Position> positions(Scene scene, Offer offer) {
        if (offer.doing() != Doing.SIGNERS) {
            return List.of();
        }
        return switch (scene.step().mode()) {
            case ANY -> List.of(Act.Position.BEFORE);
            case LEAD -> List.of(Act.Position.BEFORE, Act.Position.BESIDE);
            default -> List.of(Act.Position.values());
        };
    }

    String names(List<Task> tasks) {
        return holders.names(tasks);
    }

    private List<Choice> held(List<Task> before) {
        List<Choice> held = before.stream().filter(t -> t.holderId != null).map(t -> directory.person(t.holderId)).flatMap(java.util.Optional::stream)
                .distinct().map(this::choice).toList();
        return held.size() < 2 ? List.of() : held;
    }

    private static @Nullable String about(Offer offer, @Nullable Task task) {
        if (offer.doing() == Doing.CORRECTION) {
            return offer.who();
        }
        return task == null ? null : task.note;
    }
}
