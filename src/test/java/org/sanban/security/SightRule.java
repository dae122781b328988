package org.sanban.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.people.Actor;

/**
 * Who sees a subject, written down a second time and in another way than in the query (domain.md §9.2): first the clearance,
 * then a reason: reading all, having started it, holding or having held a task of it (or somebody whose tray one works in
 * does), a role before which a task lies open, granted in the task's unit or everywhere, heading or being in charge of a unit that owns it or holds a task.
 */
final class SightRule {

    private SightRule() {}

    /** @param trays the person and those who delegated to it */
    record Person(Set<Long> trays, int clearance, Set<Actor.Grant> roles, Set<String> rights, Set<Long> unitsBelow) {}

    record Task(Long holder, Long doneBy, String role, boolean open, long unit) {}

    record Subject(int grade, long owner, long startedBy, List<Task> tasks) {}

    static boolean sees(Person person, Subject subject) {
        if (person.clearance() < subject.grade()) {
            return false;
        }
        return person.rights().contains("subject.read-all")
                || person.trays().contains(subject.startedBy())
                || person.unitsBelow().contains(subject.owner())
                || subject.tasks().stream().anyMatch(task -> reason(person, task));
    }

    private static boolean reason(Person person, Task task) {
        boolean mine = Stream.of(task.holder(), task.doneBy()).anyMatch(p -> p != null && person.trays().contains(p));
        boolean beforeMyRole = task.holder() == null && task.open() && person.roles().stream()
                .filter(grant -> grant.role().equals(task.role()))
                .anyMatch(grant -> grant.unit() == 0 || task.unit() == 0 || grant.unit() == task.unit());
        return mine || beforeMyRole || person.unitsBelow().contains(task.unit());
    }
}
