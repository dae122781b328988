package org.sanban.meetings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sanban.people.Directory;
import org.sanban.workflow.Card;
import org.sanban.workflow.Urgency;
import org.springframework.stereotype.Component;

/** What the engine is told of a meeting. */
@Component
class MeetingCards {

    /** A meeting planned less than this long before it begins is urgent. */
    private static final java.time.Duration SHORT = java.time.Duration.ofHours(24);

    private final MeetingTypes types;
    private final Directory directory;

    MeetingCards(MeetingTypes types, Directory directory) {
        this.types = types;
        this.directory = directory;
    }

    Card of(Meeting m) {
        MeetingType type = types.of(m.type());
        boolean fast = m.starts().isBefore(m.created().plus(SHORT));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", m.type());
        attributes.put("topics", yes(type.topics()));
        attributes.put("minutes", yes(type.minutes()));
        attributes.put("video", yes(m.video()));
        attributes.put("fast", yes(fast));
        String unit = directory.unit(m.ownerUnit()).map(Directory.UnitEntry::name).orElse(null);
        return new Card(m.title(), null, unit, fast ? Urgency.URGENT : Urgency.NORMAL, m.confidentiality(), m.ownerUnit(), null, attributes);
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }
}
