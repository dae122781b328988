package org.sanban.meetings.day;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.sanban.files.SecrecyGate;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of the meeting (会议记录), note by note with the time; never written over. */
@Service
@Transactional
public class Notes {

    public record Note(String text, Instant at, long by) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Notes(JdbcClient jdbc, MeetingDesk desk, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Note> of(long meeting) {
        return jdbc.sql("select text, at, by from meeting_note where meeting_id = ? order by id").param(meeting)
                .query((row, n) -> new Note(row.getString(1), MeetingRows.instant(row, "at"), row.getLong(3))).list();
    }

    public void add(long meeting, String text, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        if (text.isBlank() || text.length() > 2_000) {
            throw new Refused(Objection.of("meetings.refusal.note").at("text"));
        }
        secrecy.refuseClassified(m.ref(), by, at, SecrecyGate.Field.text("text", text));
        jdbc.sql("insert into meeting_note (meeting_id, text, at, by) values (?, ?, ?, ?)").params(meeting, text.strip(), Timestamp.from(at), by.id()).update();
        events.publishEvent(MeetingChanged.of(meeting, "meeting.noted", by.id(), at));
    }
}
