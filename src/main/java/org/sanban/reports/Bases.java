package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The base period (基期) that time saved is measured against: one for the house, so that nobody picks the month that suits. */
@Component
@Transactional
public class Bases {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Bases(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Null while none is set. */
    @Transactional(readOnly = true)
    public @Nullable Span present() {
        return jdbc.sql("select starts, ends from report_base").query((row, n) -> new Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class))).optional().orElse(null);
    }

    /** The change stands in the trail, with what it was before. */
    public void set(Span span, Actor by, Instant at) {
        Span before = present();
        jdbc.sql("insert into report_base (starts, ends, set_by, set_at) values (:from, :to, :by, :at) on conflict (one) do update set starts = :from, ends = :to, set_by = :by, set_at = :at")
                .param("from", span.from()).param("to", span.to()).param("by", by.id()).param("at", at.atOffset(ZoneOffset.UTC)).update();
        events.publishEvent(new BaseSet(span, before, by.id(), at));
    }
}
