package org.sanban.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.people.Actor;

/**
 * Who sees a subject, written down a second time and in another way than in the query (domain.md §9.2): first the clearance,
 * then a reason: reading all, having started it, holding or having held a task of it (or somebody whose tray one works in
 * does), a role before which a task lies open, granted in the task's unit or everywhere, heading or being in charge of a unit that owns it or holds a task.
 * Reading all is no reason for what is confined. Affairs and meetings have reasons of their own besides.
 */
final class SightRule {

    private static final Set<String> ADMINISTRATORS = Set.of("SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN");

    private SightRule() {}

    /**
     * @param trays the person and those who delegated to it
     * @param units of the person's posts
     */
    record Person(Set<Long> trays, int clearance, Set<Actor.Grant> roles, Set<String> rights, Set<Long> units, Set<Long> unitsBelow) {

        boolean administrator() {
            return roles.stream().anyMatch(grant -> ADMINISTRATORS.contains(grant.role()));
        }

        private boolean in(long unit) {
            return units.contains(unit) || unitsBelow.contains(unit);
        }
    }

    record Task(Long holder, Long doneBy, String role, boolean open, long unit) {}

    record Subject(int grade, long owner, long startedBy, boolean confined, List<Task> tasks, More more) {

        /** As the engine alone knows it. */
        Subject plain() {
            return new Subject(grade, owner, startedBy, confined, tasks, Paper.ANY);
        }
    }

    /** What decides beside the engine. */
    sealed interface More {}

    enum Paper implements More { ANY }

    record Affair(boolean petition) implements More {}

    record Meeting(long chair, long organizer, Set<Long> invited) implements More {}

    static boolean sees(Person person, Subject subject) {
        if (person.clearance() < subject.grade()) {
            return false;
        }
        return takesPart(person, subject) || switch (subject.more()) {
            case Paper any -> readsAll(person, subject);
            case Affair affair -> readsAll(person, subject) || subject.confined() && (concerned(person, subject) || affair.petition() && person.rights().contains("affair.review"));
            case Meeting meeting -> readsAll(person, subject) || person.rights().contains("meeting.manage") || !person.administrator() && invited(person, subject, meeting);
        };
    }

    private static boolean readsAll(Person person, Subject subject) {
        return person.rights().contains("subject.read-all") && !subject.confined();
    }

    private static boolean takesPart(Person person, Subject subject) {
        return person.trays().contains(subject.startedBy())
                || person.unitsBelow().contains(subject.owner())
                || subject.tasks().stream().anyMatch(task -> reason(person, task));
    }

    /** Whoever works in the unit that owns it or holds a task of it. */
    private static boolean concerned(Person person, Subject subject) {
        return person.in(subject.owner()) || subject.tasks().stream().anyMatch(task -> person.in(task.unit()));
    }

    private static boolean invited(Person person, Subject subject, Meeting meeting) {
        return Stream.concat(Stream.of(subject.owner()), meeting.invited().stream()).anyMatch(unit -> person.units().contains(unit))
                || Stream.of(meeting.chair(), meeting.organizer()).anyMatch(person.trays()::contains);
    }

    private static boolean reason(Person person, Task task) {
        boolean mine = Stream.of(task.holder(), task.doneBy()).anyMatch(p -> p != null && person.trays().contains(p));
        boolean beforeMyRole = task.holder() == null && task.open() && person.roles().stream()
                .filter(grant -> grant.role().equals(task.role()))
                .anyMatch(grant -> grant.unit() == 0 || task.unit() == 0 || grant.unit() == task.unit());
        return mine || beforeMyRole || person.unitsBelow().contains(task.unit());
    }
}
