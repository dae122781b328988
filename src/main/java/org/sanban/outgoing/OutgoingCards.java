package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.workflow.Card;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the engine is told of an outgoing paper. */
@Component
class OutgoingCards {

    private final MessageSource messages;
    private final ZoneId zone;
    private final LocalTime dayEnds;

    OutgoingCards(
            MessageSource messages, @Value("${sanban.zone}") ZoneId zone, @Value("${sanban.outgoing.day-ends:17:30}") LocalTime dayEnds) {
        this.messages = messages;
        this.zone = zone;
        this.dayEnds = dayEnds;
    }

    Card of(Row row) {
        return of(row.draft(), row.number(), row.ownerUnit());
    }

    Card of(Draft d, @Nullable String number, long unit) {
        Instant due = d.neededBy() == null ? null : d.neededBy().atTime(dayEnds).atZone(zone).toInstant();
        String to = d.mainRecipients().isEmpty() ? null : d.mainRecipients().getFirst().name();
        return new Card(line(d), number, to, d.urgency().urgency(), d.secrecy(), unit, due, attributes(d, number));
    }

    /** What a tray calls it: the title, else how the text begins. */
    private String line(Draft d) {
        String begins = d.body().lines().findFirst().orElse("").strip();
        String said = d.title().isBlank() ? begins : d.title();
        return said.isBlank() ? messages.getMessage("outgoing.untitled", null, Locale.SIMPLIFIED_CHINESE) : said.substring(0, Math.min(said.length(), DraftLimits.TITLE));
    }

    /** What the conditions of {@code procedures/outgoing.yaml} look at. */
    private static Map<String, String> attributes(Draft d, @Nullable String number) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("lane", d.urgency().urgency().lane().name());
        attributes.put("fast", d.urgency().urgency().lane().name().equals("NORMAL") ? "no" : "yes");
        attributes.put("medium", d.medium().name());
        attributes.put("normative", d.normative() ? "yes" : "no");
        attributes.put("joint", d.jointIssuers().isEmpty() ? "no" : "yes");
        attributes.put("numbered", number == null ? "no" : "yes");
        put(attributes, "type", d.docType());
        put(attributes, "direction", d.direction());
        put(attributes, "openness", d.openness());
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Enum<?> value) {
        if (value != null) {
            attributes.put(name, value.name());
        }
    }

    ZoneId zone() {
        return zone;
    }
}
