package org.sanban.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when (请假、出差), by whole days, and what falls due meanwhile. */
@Service
public class Absences {

    private static final int LONGEST_YEARS = 2;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final PeopleMemory memory;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;

    Absences(JdbcClient jdbc, Changes changes, PeopleMemory memory, ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.memory = memory;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** 休假、出差、培训、病假、其他. */
    public enum Kind {
        LEAVE,
        TRAVEL,
        TRAINING,
        SICK,
        OTHER
    }

    /** Both days included. */
    public record Absence(long id, long person, LocalDate starts, LocalDate ends, Kind kind, String note) {}

    /** Absences of a person that are not over on {@code day}, the next one first. */
    @Transactional(readOnly = true)
    public List<Absence> from(long person, LocalDate day) {
        return jdbc.sql("""
                        select id, person, starts, ends, kind, note from absence
                         where person = ? and ends >= ? and cancelled_at is null order by starts, id""")
                .params(person, day)
                .query(Absence.class)
                .list();
    }

    /** Is the person away on that day? From memory. */
    public boolean away(long person, LocalDate day) {
        return memory.facts().absences().stream().anyMatch(
                a -> a.person() == person && !day.isBefore(a.starts()) && !day.isAfter(a.ends()));
    }

    /** Open work of the person that falls due within the days of the absence, earliest first. */
    @Transactional(readOnly = true)
    public List<Deadlines.Due> dueWithin(long person, LocalDate starts, LocalDate ends) {
        Instant from = starts.atStartOfDay(clock.getZone()).toInstant();
        Instant until = ends.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return deadlines.orderedStream()
                .flatMap(d -> d.between(person, from, until).stream())
                .sorted(Comparator.comparing(Deadlines.Due::dueAt))
                .toList();
    }

    /** Records an absence; ask {@link #dueWithin} what has to be handed on. Refused when it overlaps another of the same person. */
    @Transactional
    public long record(long person, AbsenceForm form, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(person, form);
        long id = jdbc.sql("""
                        insert into absence (person, starts, ends, kind, note, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(person, form.starts(), form.ends(), form.kind().name(), form.note().strip(), Changes.author(by),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
        changes.tell("person", person, by, at, "person.absence-recorded",
                Map.of("starts", form.starts().toString(), "ends", form.ends().toString(), "kind", form.kind().name()));
        return id;
    }

    /** Takes back an absence of {@code person}; it stays on record as cancelled. */
    @Transactional
    public void cancel(long person, long id, Actor by, Instant at) {
        changes.begin();
        int done = jdbc.sql("update absence set cancelled_by = ?, cancelled_at = ? where id = ? and person = ? and cancelled_at is null")
                .params(Changes.author(by), Timestamp.from(at), id, person)
                .update();
        if (done == 0) {
            throw new NotFound();
        }
        changes.tell("person", person, by, at, "person.absence-cancelled", Map.of("absence", id));
    }

    private void refuseUnfit(long person, AbsenceForm form) {
        if (form.ends().isBefore(form.starts())) {
            throw new Refused(Objection.of("people.refusal.ends-before-start").at("ends"));
        }
        if (form.ends().isAfter(form.starts().plusYears(LONGEST_YEARS))) {
            throw new Refused(Objection.of("people.refusal.period-too-long").at("ends"));
        }
        boolean overlaps = changes.exists(
                "select 1 from absence where person = ? and cancelled_at is null and starts <= ? and ends >= ?",
                person, form.ends(), form.starts());
        if (overlaps) {
            throw new Refused(Objection.of("people.refusal.absence-overlaps").at("starts"));
        }
    }
}
