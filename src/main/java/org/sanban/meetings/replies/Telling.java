package org.sanban.meetings.replies;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.sanban.meetings.Meeting;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays a notice or a change before those who have to know, as something to read (阅知) in their trays. */
@Component
public class Telling {

    private final Directory directory;
    private final Actors actors;
    private final Positions positions;
    private final Handlings handlings;
    private final MessageSource messages;

    Telling(Directory directory, Actors actors, Positions positions, Handlings handlings, MessageSource messages) {
        this.directory = directory;
        this.actors = actors;
        this.positions = positions;
        this.handlings = handlings;
        this.messages = messages;
    }

    /** @param key of the words that go with it; whoever has it unread in the tray keeps the one there is */
    void inside(Meeting m, List<Invitee> invitees, String key, Instant at) {
        List<Directory.Entry> heads = invitees.stream().filter(i -> i.body().unit() != null).flatMap(i -> directory.headOf(i.body().unit()).stream()).toList();
        lay(m, heads, key, at);
    }

    /** The same before persons of this office. */
    public void persons(Meeting m, Collection<Long> persons, String key, Instant at) {
        lay(m, persons.stream().flatMap(p -> directory.person(p).stream()).toList(), key, at);
    }

    private void lay(Meeting m, List<Directory.Entry> persons, String key, Instant at) {
        Set<Long> readers = new LinkedHashSet<>();
        persons.stream().filter(h -> h.active() && h.business() && h.clearance().covers(m.confidentiality())).map(Directory.Entry::id)
                .filter(h -> positions.of(m.ref(), actors.of(h, at)).map(p -> p.ofKind("READ") == null).orElse(true)).forEach(readers::add);
        if (!readers.isEmpty()) {
            String words = messages.getMessage(key, new Object[] {m.title()}, Locale.SIMPLIFIED_CHINESE);
            handlings.apply(m.ref(), new Act.Circulate(List.of(List.copyOf(readers)), words), Actor.SYSTEM, at, UUID.randomUUID().toString());
        }
    }
}
