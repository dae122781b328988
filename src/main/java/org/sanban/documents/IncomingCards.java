package org.sanban.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.sanban.workflow.Card;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** What the engine is told of a paper, and what of it changed. */
@Component
class IncomingCards {

    private static final int SHORT = 200;

    private final Directory directory;
    private final ObjectMapper json;
    private final ZoneId zone;
    private final LocalTime dayEnds;

    IncomingCards(
            Directory directory, ObjectMapper json, @Value("${sanban.zone}") ZoneId zone,
            @Value("${sanban.incoming.day-ends:17:30}") LocalTime dayEnds) {
        this.directory = directory;
        this.json = json;
        this.zone = zone;
        this.dayEnds = dayEnds;
    }

    /** Owned by the unit of whoever received it: the registry, at night the duty room. */
    Card of(IncomingDocument paper) {
        Particulars p = paper.particulars;
        long unit = directory.person(paper.receipt.receiver()).map(Directory.Entry::unit).orElse(0L);
        Instant due = p.askedBy() == null ? null : p.askedBy().atTime(dayEnds).atZone(zone).toInstant();
        return new Card(
                p.line(), paper.inNo, p.senderName().isBlank() ? null : p.senderName(), p.urgency().urgency(), p.secrecy(), unit, due,
                attributes(p));
    }

    private static Map<String, String> attributes(Particulars p) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("lane", p.urgency().urgency().lane().name());
        put(attributes, "kind", p.kind());
        put(attributes, "type", p.docType());
        put(attributes, "direction", p.direction());
        attributes.put("medium", p.medium().name());
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Enum<?> value) {
        if (value != null) {
            attributes.put(name, value.name());
        }
    }

    /** The changed fields with what stood there before; of long texts and work secrets the name of the field only. */
    Map<String, Object> changes(IncomingDocument paper, Receipt receipt, Particulars fresh) {
        Map<String, Object> changes = new LinkedHashMap<>();
        boolean hushed = fresh.secrecy() == Clearance.WORK_SENSITIVE || paper.particulars.secrecy() == Clearance.WORK_SENSITIVE;
        compare(paper.receipt, receipt, hushed, changes);
        compare(paper.particulars, fresh, hushed, changes);
        return changes;
    }

    private void compare(Object before, Object after, boolean hushed, Map<String, Object> changes) {
        Map<?, ?> old = json.convertValue(before, Map.class);
        Map<?, ?> now = json.convertValue(after, Map.class);
        Map<Object, Object> all = new LinkedHashMap<>(old);
        now.forEach(all::putIfAbsent);
        all.keySet().stream().filter(field -> !Objects.equals(old.get(field), now.get(field))).forEach(field -> {
            String was = String.valueOf(old.get(field));
            changes.put(field.toString(), hushed || was.length() > SHORT ? "…" : was);
        });
    }

    /** The office year of receipt: that of the number. */
    int year(Receipt receipt) {
        return day(receipt.receivedAt()).getYear();
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
