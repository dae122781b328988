package org.sanban.workflow;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;

/**
 * What a content module tells the engine about a subject, for trays, conditions and sight.
 *
 * @param number as people say it, e.g. {@code 收〔2026〕1203}; null while it has none
 * @param counterpart who it comes from or goes to, for the second line of a tray row
 * @param ownerUnit the unit it belongs to
 * @param due date written in the document itself, or null
 * @param attributes what the conditions of the procedure look at
 * @param confined open to those alone who take part, also where somebody reads all
 */
public record Card(
        String title,
        @Nullable String number,
        @Nullable String counterpart,
        Urgency urgency,
        Clearance confidentiality,
        long ownerUnit,
        @Nullable Instant due,
        Map<String, String> attributes,
        boolean confined) {

    public Card(
            String title, @Nullable String number, @Nullable String counterpart, Urgency urgency, Clearance confidentiality, long ownerUnit, @Nullable Instant due,
            Map<String, String> attributes) {
        this(title, number, counterpart, urgency, confidentiality, ownerUnit, due, attributes, false);
    }
}
