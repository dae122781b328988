package org.sanban.affairs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Component;

/**
 * Who reads an affair, as one condition inside every query: whoever the engine lets see it, and what is sensitive only those who take part:
 * who handles or handled it, the units concerned; petitions also the supervisors (domain.md §6.6).
 */
@Component
class AffairSight {

    /** The right of the supervisors. */
    static final String REVIEWS = "affair.review";

    private static final String TAKES_PART = """
            (h.started_by in (:sightPersons) or h.owner_unit in (:affairUnits)
              or exists (select 1 from task pt where pt.handling_id = h.id
                          and (pt.holder_id in (:sightPersons) or pt.done_by in (:sightPersons) or pt.unit_id in (:affairUnits)))%s)""";

    private final Sight sight;

    AffairSight(Sight sight) {
        this.sight = sight;
    }

    /** On {@code affair a join handling h}; {@link #params} gives its values. */
    String of(Actor by) {
        if (by.may("*")) {
            return "true";
        }
        String part = TAKES_PART.formatted(by.may(REVIEWS) ? " or a.category = 'PETITION'" : "");
        return "(" + sight.of("h", by) + " and (not a.sensitive or " + part + "))";
    }

    Map<String, Object> params(Actor by) {
        Map<String, Object> values = new HashMap<>(sight.params(by));
        Set<Long> units = new HashSet<>(by.units());
        units.addAll(by.headed());
        units.addAll(by.charged());
        units.add(-1L);
        values.put("affairUnits", units);
        return values;
    }
}
