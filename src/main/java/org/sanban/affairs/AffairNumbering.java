package org.sanban.affairs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives an affair its number, once: one that comes back to registration keeps it. */
@Component
class AffairNumbering {

    private final AffairRows rows;
    private final AffairNumbers numbers;
    private final Categories categories;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    AffairNumbering(AffairRows rows, AffairNumbers numbers, Categories categories, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.numbers = numbers;
        this.categories = categories;
        this.events = events;
        this.zone = zone;
    }

    void number(long id, Actor by, Instant at) {
        Affair affair = rows.one(id);
        Map<String, Object> values = new LinkedHashMap<>();
        String series = categories.one(affair.category()).series();
        if (affair.no() == null && series != null) {
            int year = at.atZone(zone).getYear();
            values.put("no", categories.number(series, year, numbers.next(series, year)));
        }
        if (affair.stamps().registered() == null) {
            values.put("registered_at", at);
        }
        if (!values.isEmpty()) {
            rows.stamp(id, values, at);
            events.publishEvent(new AffairChanged(affair.ref(), "affair.numbered", by.id(), at, Map.of("no", String.valueOf(values.getOrDefault("no", affair.originNo())))));
        }
    }
}
