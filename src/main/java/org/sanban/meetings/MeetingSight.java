package org.sanban.meetings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Component;

/**
 * Who reads a meeting, as one condition inside every query: up to the own clearance, whoever runs meetings or reads all, the unit that
 * runs it, units that had its notice, who chairs it, and whoever holds or held a task of it. Administrators (三员) read none.
 */
@Component
public class MeetingSight {

    /** The right of those who run meetings (会务员). */
    public static final String RUNS = "meeting.manage";

    private final Sight sight;
    private final Directory directory;

    MeetingSight(Sight sight, Directory directory) {
        this.sight = sight;
        this.directory = directory;
    }

    /** A condition on {@code meeting m}; {@link #params} gives its values. */
    public String of(Actor by) {
        return """
                (m.confidentiality <= :sightClearance and (:meetingsAll or :meetingsBusiness and (m.owner_unit in (:meetingsUnits) or m.chair = any (:sightPersons)
                   or m.organizer = any (:sightPersons) or exists (select 1 from meeting_invitee mi where mi.meeting_id = m.id and mi.told_at is not null
                      and mi.unit in (:meetingsUnits))) or %s))""".formatted(sight.ofSubject(MeetingKind.KIND, "m.id", by));
    }

    public Map<String, Object> params(Actor by) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        Set<Long> units = new HashSet<>(by.units());
        units.addAll(by.headed());
        units.add(-1L);
        values.put("meetingsUnits", units);
        values.put("meetingsAll", by.may(RUNS));
        values.put("meetingsBusiness", directory.person(by.id()).filter(Directory.Entry::business).isPresent());
        return values;
    }
}
