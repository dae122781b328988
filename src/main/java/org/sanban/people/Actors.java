package org.sanban.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.sanban.pages.NotFound;
import org.springframework.stereotype.Component;

/** Makes the {@link Actor} of a request: what a person is and may do at one moment. Asks memory only. */
@Component
public class Actors {

    private final OfficeDirectory directory;
    private final Clock clock;

    Actors(OfficeDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The person as of {@code at}. One who has left holds nothing and may nothing.
     *
     * @throws NotFound if there is no such person
     */
    public Actor of(long personId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        View view = directory.view(day);
        Directory.Entry person = view.persons.get(personId);
        if (person == null) {
            throw new NotFound();
        }
        if (!person.active()) {
            return new Actor(
                    personId, person.name(), Clearance.NONE, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        }
        return view.actors.computeIfAbsent(personId, id -> gather(person, view));
    }

    private static Actor gather(Directory.Entry person, View view) {
        Set<Long> units = new HashSet<>();
        Set<Long> headed = new HashSet<>();
        Set<Long> charged = new HashSet<>();
        Set<Actor.Grant> grants = new HashSet<>();
        Set<String> rights = new HashSet<>();
        Set<Long> actsFor = new HashSet<>();
        Facts facts = view.facts;
        for (Facts.PostFact post : facts.posts()) {
            if (post.person() == person.id() && post.unit() != 0 && post.heldOn(view.day)) {
                units.add(post.unit());
                if (post.head()) {
                    headed.addAll(view.withAllBelow(post.unit()));
                }
            }
        }
        facts.charges().stream().filter(c -> c.person() == person.id()).forEach(c -> charged.addAll(view.withAllBelow(c.unit())));
        facts.grants().stream().filter(g -> g.person() == person.id()).forEach(g -> {
            grants.add(new Actor.Grant(g.role(), g.unit()));
            rights.addAll(facts.rights().getOrDefault(g.role(), Set.of()));
        });
        facts.delegations().stream().filter(d -> d.delegate() == person.id() && d.holdsOn(view.day)).forEach(d -> actsFor.add(d.delegator()));
        return new Actor(
                person.id(), person.name(), person.clearance(), Set.copyOf(units), Set.copyOf(headed), Set.copyOf(charged),
                Set.copyOf(grants), Set.copyOf(rights), Set.copyOf(actsFor));
    }
}
