package org.sanban.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Decides in whose trays a step lies. Nobody's is not an answer: it refuses rather than leave a matter without a holder. */
@Component
class Holders {

    private final Directory directory;

    Holders(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param lastAt who finished a step of this handling last, asked only where the rule needs it
     * @throws Refused when the picks do not fit the rule, or nobody is there to hold it
     */
    List<Place> of(Step step, Handling handling, List<Act.Pick> picks, Function<String, @Nullable Long> lastAt) {
        List<Place> places = switch (step.holder().rule()) {
            case STARTER -> List.of(personal(handling.startedBy, Act.Part.HOLDER));
            case ROLE -> role(step, picks, 0);
            case ROLE_IN_OWNER_UNIT -> role(step, picks, handling.ownerUnit);
            case HEAD -> List.of(found(directory.headOf(handling.ownerUnit), step));
            case IN_CHARGE -> List.of(found(directory.inChargeOf(handling.ownerUnit), step));
            case PICKED -> picked(step, picks);
            case PICKED_UNITS -> pickedUnits(step, picks);
            case HOLDER_OF -> List.of(last(step, step.holder().of(), lastAt));
            case PREVIOUS -> List.of(last(step, handling.step, lastAt));
        };
        refuseUnfit(step, places);
        return places;
    }

    private static void refuseUnfit(Step step, List<Place> places) {
        Refused.unless(!places.isEmpty(), "workflow.refusal.pick-somebody", step.name().zh(), step.name().en());
        if (step.mode() == Mode.ONE) {
            Refused.unless(places.size() == 1, "workflow.refusal.pick-one", step.name().zh(), step.name().en());
        }
        if (step.mode() == Mode.LEAD && places.stream().filter(p -> p.part() == Act.Part.LEAD).count() != 1) {
            throw new Refused(Objection.of("workflow.refusal.one-lead").at("lead"));
        }
    }

    private List<Place> role(Step step, List<Act.Pick> picks, long unit) {
        String role = step.holder().roles().getFirst();
        List<Directory.Entry> candidates = directory.holding(role, unit);
        if (!picks.isEmpty()) {
            return picked(step, picks);
        }
        Refused.unless(!candidates.isEmpty(), "workflow.refusal.nobody-holds-role", role);
        return candidates.size() == 1
                ? List.of(Place.of(candidates.getFirst().id(), candidates.getFirst().unit(), Act.Part.HOLDER))
                : List.of(new Place(null, role, unit, Act.Part.HOLDER));
    }

    private List<Place> picked(Step step, List<Act.Pick> picks) {
        Set<Long> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (Act.Pick pick : picks) {
            Long person = pick.person();
            Refused.unless(person != null, "workflow.refusal.pick-persons");
            Refused.unless(seen.add(person), "workflow.refusal.picked-twice", name(person));
            Directory.Entry entry = directory.person(person).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.unknown-person")));
            refuseWithoutBusiness(entry);
            boolean fits = step.holder().roles().isEmpty() || step.holder().roles().stream().anyMatch(entry.roles()::contains);
            if (!fits) {
                throw new Refused(Objection.of("workflow.refusal.not-of-role", entry.name()).at("picks"));
            }
            places.add(personal(person, step.mode() == Mode.LEAD ? pick.part() : step.mode() == Mode.READ ? Act.Part.READER : Act.Part.HOLDER));
        }
        return places;
    }

    private List<Place> pickedUnits(Step step, List<Act.Pick> picks) {
        Set<Long> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        for (Act.Pick pick : picks) {
            Long unit = pick.unit();
            Refused.unless(unit != null, "workflow.refusal.pick-units");
            Directory.UnitEntry entry = directory.unit(unit).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.unknown-unit")));
            Refused.unless(seen.add(unit), "workflow.refusal.picked-twice", entry.name());
            Act.Part part = step.mode() == Mode.LEAD ? pick.part() : Act.Part.HOLDER;
            Directory.Entry holder = pick.person() != null
                    ? member(pick.person(), entry)
                    : receiver(unit).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.empty-unit", entry.name())));
            places.add(Place.of(holder.id(), unit, part));
        }
        return places;
    }

    /** Its own head, else the first of its members; only where nobody works there, the head above. */
    private Optional<Directory.Entry> receiver(long unit) {
        List<Directory.Entry> members = directory.membersOf(unit).stream().filter(Directory.Entry::business).toList();
        Optional<Directory.Entry> head = directory.headOf(unit);
        return head.filter(h -> members.stream().anyMatch(m -> m.id() == h.id())).or(() -> members.stream().findFirst()).or(() -> head);
    }

    private Directory.Entry member(long person, Directory.UnitEntry unit) {
        Directory.Entry member = directory.membersOf(unit.id()).stream().filter(e -> e.id() == person).findFirst()
                .orElseThrow(() -> new Refused(Objection.of("workflow.refusal.not-of-unit", name(person), unit.name()).at("picks")));
        refuseWithoutBusiness(member);
        return member;
    }

    private Place last(Step step, @Nullable String of, Function<String, @Nullable Long> lastAt) {
        Long person = of == null ? null : lastAt.apply(of);
        if (person == null) {
            throw new Refused(Objection.of("workflow.refusal.nobody-held", step.name().zh(), step.name().en()));
        }
        return personal(person, Act.Part.HOLDER);
    }

    private Place found(java.util.Optional<Directory.Entry> entry, Step step) {
        Directory.Entry person = entry.orElseThrow(
                () -> new Refused(Objection.of("workflow.refusal.no-head", step.name().zh(), step.name().en())));
        return Place.of(person.id(), person.unit(), Act.Part.HOLDER);
    }

    /** A person's place; of one who has left or become an administrator: that of the stand-in, else of the unit's head. */
    Place personal(long person, Act.Part part) {
        Directory.Entry entry = directory.person(person).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.unknown-person")));
        LongFunction<Place> at = id -> Place.of(id, entry.unit(), part);
        if (entry.active() && entry.business()) {
            return at.apply(person);
        }
        return directory.standInOf(person)
                .or(() -> directory.headOf(entry.unit()))
                .map(e -> at.apply(e.id()))
                .orElseThrow(() -> new Refused(Objection.of("workflow.refusal.has-left", entry.name())));
    }

    /** Nothing comes before a person who may not read it: nobody could act on it there. */
    void refuseUncleared(@Nullable Long holder, Clearance grade) {
        if (holder != null) {
            directory.person(holder)
                    .ifPresent(p -> Refused.unless(p.clearance().covers(grade), "workflow.refusal.not-cleared", p.name()));
        }
    }

    /** The active person, for acts that name one. @throws Refused when unknown or gone, and for an administrator (三员) */
    Directory.Entry active(long person) {
        Directory.Entry entry = directory.person(person).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.unknown-person")));
        Refused.unless(entry.active(), "workflow.refusal.has-left", entry.name());
        refuseWithoutBusiness(entry);
        return entry;
    }

    private static void refuseWithoutBusiness(Directory.Entry person) {
        Refused.unless(person.business(), "workflow.refusal.administrator", person.name());
    }

    /** Who decides on an extension: the head of the holder's unit, above a head the leader in charge, else a supervisor. */
    Place decider(long holder, long unit) {
        return directory.headOf(unit).filter(e -> e.id() != holder)
                .or(() -> directory.inChargeOf(unit).filter(e -> e.id() != holder))
                .map(e -> Place.of(e.id(), e.unit(), Act.Part.HOLDER))
                .orElse(new Place(null, Roles.SUPERVISOR, 0, Act.Part.HOLDER));
    }

    String name(@Nullable Long person) {
        return person == null ? "" : directory.person(person).map(Directory.Entry::name).orElse(String.valueOf(person));
    }

    /** Names of the holders of tasks, those of a role's tray by the role. */
    String names(List<Task> tasks) {
        return String.join("、", tasks.stream().map(t -> t.holderId == null ? String.valueOf(t.role) : name(t.holderId)).toList());
    }
}
