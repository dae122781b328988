package org.sanban.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.people.Directory;

/** The sample office by the names its files use: {@code S008} is the registry clerk, {@code BWC} the document division. */
public class Office {

    private final Directory directory;
    private final Actors actors;
    private final Clock clock;
    private final Map<String, Long> persons = new ConcurrentHashMap<>();

    public Office(Directory directory, Actors actors, Clock clock) {
        this.directory = directory;
        this.actors = actors;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The id of a person who works here, e.g. {@code S008}. */
    public long person(String code) {
        return persons.computeIfAbsent(code, c -> directory.active().stream()
                .filter(p -> p.code().equals(c))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody in the sample office is called " + c))
                .id());
    }

    /** The code of a person, e.g. {@code S008}. */
    public String code(long person) {
        return directory.person(person).orElseThrow().code();
    }

    /** The person as actor of this moment. */
    public Actor actor(String code) {
        return actors.of(person(code), clock.instant());
    }

    /** The id of a unit, e.g. {@code BWC}. */
    public long unit(String code) {
        return directory.unitByCode(code)
                .orElseThrow(() -> new IllegalArgumentException("no unit of the sample office is called " + code))
                .id();
    }
}
