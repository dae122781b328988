package org.sanban.errors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Component;

/**
 * Who reads the record of an error, as one condition inside every query: up to the own clearance, the register itself, everybody who works
 * here where it is open, the unit where it is not, whoever holds or held a task of it, and whom it concerns. Administrators (三员) read none.
 */
@Component
class ErrorSight {

    /** The right of those who keep the register. */
    static final String KEEPS = "error.verify";

    private final Sight sight;
    private final Directory directory;

    ErrorSight(Sight sight, Directory directory) {
        this.sight = sight;
        this.directory = directory;
    }

    /** A condition on {@code error_record e}; {@link #params} gives its values. */
    String of(Actor by) {
        if (by.may(KEEPS)) {
            return "e.confidentiality <= :sightClearance";
        }
        String holds = by.may("subject.read-all") ? "false" : sight.ofSubject(ErrorKind.KIND, "e.id", by);
        return """
                (e.confidentiality <= :sightClearance and (
                   :errorBusiness and (e.openness = 'OPEN_IN_OFFICE' or e.openness = 'DIVISION' and e.unit in (:errorUnits)
                     or e.openness = 'RESTRICTED' and e.unit = any (:sightUnits))
                   or exists (select 1 from error_person me where me.error_id = e.id and me.person in (:errorMe) and me.withdrawn_at is null)
                   or exists (select 1 from handling eh join task et on et.handling_id = eh.id
                               where eh.subject_kind = 'error' and eh.subject_id = e.id and (et.holder_id = any (:sightPersons) or et.done_by = any (:sightPersons)))
                   or %s))""".formatted(holds);
    }

    Map<String, Object> params(Actor by) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        Set<Long> units = new HashSet<>(by.units());
        units.addAll(by.headed());
        units.addAll(by.charged());
        units.add(-1L);
        values.put("errorUnits", units);
        values.put("errorMe", Set.of(by.id()));
        values.put("errorBusiness", directory.person(by.id()).filter(Directory.Entry::business).isPresent());
        return values;
    }

    /** A condition on a handling {@code h} that the actor sees its subject, for titles of what an error happened to. */
    String ofMatter(String h, Actor by) {
        return sight.of(h, by);
    }
}
