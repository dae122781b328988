package org.sanban.meetings.event;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days of a large event: duty round the clock with hand-over notes, the run of show, what is done when something goes wrong, the report. */
@Service
@Transactional
public class EventDays {

    /** @param note what the next shift has to know; {@code taken} when it said that it knows */
    public record Shift(long id, Instant starts, Instant ends, long leader, long officer, @Nullable String note, @Nullable Instant handed, @Nullable Instant taken, @Nullable Long takenBy) {}

    public record Cue(long id, Instant at, int minutes, String what, String who, @Nullable String place, @Nullable String backup) {}

    public record Contingency(long id, String what, String steps, String who, String phone) {}

    public record Report(String text, Instant at, long by, int version) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    EventDays(JdbcClient jdbc, MeetingDesk desk, Directory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.directory = directory;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Shift> shifts(long meeting) {
        return jdbc.sql("select * from event_duty where meeting_id = ? order by starts_at").param(meeting)
                .query((row, n) -> new Shift(
                        row.getLong("id"), MeetingRows.instant(row, "starts_at"), MeetingRows.instant(row, "ends_at"), row.getLong("leader"), row.getLong("officer"), row.getString("note"),
                        MeetingRows.orNull(row, "handed_at"), MeetingRows.orNull(row, "taken_at"), row.getObject("taken_by", Long.class))).list();
    }

    /** Puts a shift on the roster; two never overlap. */
    public void shift(long meeting, Instant starts, Instant ends, long leader, long officer, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(!ends.isAfter(starts), "meetings.refusal.ends-before", "shiftEnds");
        for (long person : new long[] {leader, officer}) {
            refuse(directory.person(person).filter(p -> p.active() && p.business()).isEmpty(), "meetings.refusal.chair", person == leader ? "leader" : "officer");
        }
        refuse(shifts(meeting).stream().anyMatch(s -> s.starts().isBefore(ends) && starts.isBefore(s.ends())), "meetings.refusal.shift-overlaps", "shiftStarts");
        try {
            jdbc.sql("insert into event_duty (meeting_id, starts_at, ends_at, leader, officer) values (?, ?, ?, ?, ?)")
                    .params(meeting, Timestamp.from(starts), Timestamp.from(ends), leader, officer).update();
        } catch (DataIntegrityViolationException sameMoment) {
            throw new Refused(Objection.of("meetings.refusal.shift-overlaps").at("shiftStarts"));
        }
        tell(meeting, "meeting.event-duty", by, at);
    }

    /** Times between the shifts in which nobody is on duty, the first and the last shift being the ends. */
    public static List<Instant[]> gaps(List<Shift> shifts) {
        List<Instant[]> gaps = new java.util.ArrayList<>();
        for (int n = 1; n < shifts.size(); n++) {
            if (shifts.get(n - 1).ends().isBefore(shifts.get(n).starts())) {
                gaps.add(new Instant[] {shifts.get(n - 1).ends(), shifts.get(n).starts()});
            }
        }
        return gaps;
    }

    /** Hands the shift over with what the next one has to know (交班). */
    public void hand(long meeting, long shift, String note, Actor by, Instant at) {
        desk.living(meeting, by);
        Shift one = one(meeting, shift);
        Refused.unless(one.officer() == by.id() || one.leader() == by.id(), "meetings.refusal.not-your-shift");
        refuse(note.isBlank() || note.length() > 1_000, "meetings.refusal.note", "note");
        Refused.unless(one.handed() == null, "meetings.refusal.handed");
        jdbc.sql("update event_duty set note = ?, handed_at = ? where id = ?").params(note.strip(), Timestamp.from(at), shift).update();
        tell(meeting, "meeting.event-handed", by, at);
    }

    /** The officer of the next shift has read it (接班). */
    public void take(long meeting, long shift, Actor by, Instant at) {
        desk.living(meeting, by);
        Shift one = one(meeting, shift);
        Refused.unless(one.handed() != null && one.taken() == null, "meetings.refusal.not-handed");
        Shift next = shifts(meeting).stream().filter(s -> !s.starts().isBefore(one.ends())).findFirst().orElse(null);
        Refused.unless(next != null && (next.officer() == by.id() || next.leader() == by.id()), "meetings.refusal.not-your-shift");
        jdbc.sql("update event_duty set taken_at = ?, taken_by = ? where id = ?").params(Timestamp.from(at), by.id(), shift).update();
        tell(meeting, "meeting.event-taken", by, at);
    }

    private Shift one(long meeting, long shift) {
        return shifts(meeting).stream().filter(s -> s.id() == shift).findFirst().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Cue> cues(long meeting) {
        return jdbc.sql("select * from event_cue where meeting_id = ? order by at, id").param(meeting)
                .query((row, n) -> new Cue(row.getLong("id"), MeetingRows.instant(row, "at"), row.getInt("minutes"), row.getString("what"), row.getString("who"), row.getString("place"), row.getString("backup"))).list();
    }

    public void cue(long meeting, Instant when, int minutes, String what, String who, @Nullable String place, @Nullable String backup, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(minutes < 1 || minutes > 1440, "meetings.refusal.minutes", "cueMinutes");
        refuse(what.isBlank() || what.length() > 200, "meetings.refusal.title", "what");
        refuse(who.isBlank() || who.length() > 100, "meetings.refusal.empty", "who");
        refuse(length(place) > 100 || length(backup) > 300, "meetings.refusal.text-long", length(place) > 100 ? "cuePlace" : "backup");
        jdbc.sql("insert into event_cue (meeting_id, at, minutes, what, who, place, backup) values (?, ?, ?, ?, ?, ?, ?)")
                .params(meeting, Timestamp.from(when), minutes, what.strip(), who.strip(), place, backup).update();
        tell(meeting, "meeting.event-cue", by, at);
    }

    @Transactional(readOnly = true)
    public List<Contingency> contingencies(long meeting) {
        return jdbc.sql("select id, what, steps, who, phone from event_contingency where meeting_id = ? order by id").param(meeting).query(Contingency.class).list();
    }

    public void contingency(long meeting, String what, String steps, String who, String phone, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(what.isBlank() || what.length() > 100, "meetings.refusal.title", "what");
        refuse(steps.isBlank() || steps.length() > 1_000, "meetings.refusal.empty", "steps");
        refuse(who.isBlank() || who.length() > 100, "meetings.refusal.empty", "who");
        refuse(phone.isBlank() || phone.length() > 40, "meetings.refusal.empty", "phone");
        jdbc.sql("insert into event_contingency (meeting_id, what, steps, who, phone) values (?, ?, ?, ?, ?)").params(meeting, what.strip(), steps.strip(), who.strip(), phone.strip()).update();
        tell(meeting, "meeting.event-contingency", by, at);
    }

    @Transactional(readOnly = true)
    public @Nullable Report report(long meeting) {
        return jdbc.sql("select * from event_report where meeting_id = ?").param(meeting)
                .query((row, n) -> new Report(row.getString("text"), MeetingRows.instant(row, "at"), row.getLong("by"), row.getInt("version"))).optional().orElse(null);
    }

    public void report(long meeting, String text, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(text.isBlank() || text.length() > 20_000, "meetings.refusal.press-text", "report");
        jdbc.sql("insert into event_report (meeting_id, text, at, by) values (?, ?, ?, ?) on conflict (meeting_id) do update set text = excluded.text, at = excluded.at, by = excluded.by, version = event_report.version + 1")
                .params(meeting, text.strip(), Timestamp.from(at), by.id()).update();
        tell(meeting, "meeting.event-report", by, at);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private void tell(long meeting, String what, Actor by, Instant at) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at));
    }
}
