package org.sanban.affairs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Component;

/**
 * Who reads an affair, as one condition inside every query: whoever the engine lets see it. What is sensitive is confined there to those who take part;
 * here the units concerned read it too, and the supervisors petitions (domain.md §6.6).
 */
@Component
class AffairSight {

    /** The right of the supervisors. */
    static final String REVIEWS = "affair.review";

    private static final String OF_THE_UNIT =
            "(h.owner_unit in (:affairUnits) or exists (select 1 from task pt where pt.handling_id = h.id and pt.unit_id in (:affairUnits)))";

    private final Sight sight;

    AffairSight(Sight sight) {
        this.sight = sight;
    }

    /** On {@code affair a join handling h}; {@link #params} gives its values. */
    String of(Actor by) {
        if (by.may("*")) {
            return "true";
        }
        String sensitive = "a.sensitive and (" + OF_THE_UNIT + (by.may(REVIEWS) ? " or a.category = 'PETITION'" : "") + ")";
        return "(" + sight.of("h", by) + " or " + sensitive + ")";
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
