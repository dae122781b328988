package org.sanban.meetings.agenda;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** The meeting while it runs (会中): begun, item by item, units called in, over. */
@Service
@Transactional
public class Session {

    /** @param called when it was asked to come to the door; {@code arrived} when it was there */
    public record Call(long item, String body, Instant called, @Nullable Instant arrived) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final Agenda agenda;
    private final Topics topics;
    private final ApplicationEventPublisher events;

    Session(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, Agenda agenda, Topics topics, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.agenda = agenda;
        this.topics = topics;
        this.events = events;
    }

    public void begin(long meeting, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.stamps().began() == null, "meetings.refusal.has-begun");
        Refused.unless(desk.holds(m, by, "hold") || by.may("meeting.manage"), "meetings.refusal.not-yours");
        rows.stamp(meeting, Map.of("began_at", at));
        tell(meeting, "meeting.began", by, at, Map.of());
    }

    public void over(long meeting, Actor by, Instant at) {
        Meeting m = running(meeting, by);
        Refused.unless(agenda.of(meeting).stream().noneMatch(i -> i.began() != null && i.ended() == null), "meetings.refusal.item-runs");
        rows.stamp(meeting, Map.of("over_at", notBefore(m.stamps().began(), at)));
        tell(meeting, "meeting.over", by, at, Map.of("planned", m.minutes()));
    }

    /** Begins an item; the one before has ended. */
    public void begin(long meeting, long item, Actor by, Instant at) {
        running(meeting, by);
        Item one = agenda.one(meeting, item);
        Refused.unless(one.began() == null, "meetings.refusal.item-began");
        Refused.unless(agenda.of(meeting).stream().noneMatch(i -> i.began() != null && i.ended() == null), "meetings.refusal.item-runs");
        jdbc.sql("update meeting_item set began_at = ? where id = ?").params(Timestamp.from(at), item).update();
        tell(meeting, "meeting.item-began", by, at, Map.of("item", one.position()));
    }

    /** Ends an item with what came of it. */
    public void end(long meeting, long item, String result, Actor by, Instant at) {
        running(meeting, by);
        Item one = agenda.one(meeting, item);
        Refused.unless(one.began() != null && one.ended() == null, "meetings.refusal.item-not-running");
        if (result.length() > 500) {
            throw new Refused(Objection.of("meetings.refusal.text-long").at("result"));
        }
        jdbc.sql("update meeting_item set ended_at = ?, result = nullif(?, '') where id = ?").params(Timestamp.from(notBefore(one.began(), at)), result.strip(), item).update();
        if (one.topic() != null) {
            topics.decided(one.topic());
        }
        tell(meeting, "meeting.item-ended", by, at, Map.of("item", one.position()));
    }

    /** Asks a body to come to the door (叫会). Asking twice changes nothing. */
    public void call(long meeting, long item, String body, Actor by, Instant at) {
        desk.living(meeting, by);
        Item one = agenda.one(meeting, item);
        Refused.unless(one.attend().stream().anyMatch(b -> b.name().equals(body)), "meetings.refusal.not-called-in");
        jdbc.sql("insert into meeting_call (item_id, body, called_at) values (?, ?, ?) on conflict do nothing").params(item, body, Timestamp.from(at)).update();
    }

    /** It is there. */
    public void arrived(long meeting, long item, String body, Actor by, Instant at) {
        call(meeting, item, body, by, at);
        jdbc.sql("update meeting_call set arrived_at = coalesce(arrived_at, ?) where item_id = ? and body = ?").params(Timestamp.from(at), item, body).update();
    }

    @Transactional(readOnly = true)
    public List<Call> calls(long meeting) {
        return jdbc.sql("select c.* from meeting_call c join meeting_item i on i.id = c.item_id where i.meeting_id = ? order by c.called_at").param(meeting)
                .query((row, n) -> new Call(row.getLong("item_id"), row.getString("body"), MeetingRows.instant(row, "called_at"), MeetingRows.orNull(row, "arrived_at"))).list();
    }

    @Transactional(readOnly = true)
    public Timetable timetable(Meeting m, Instant now) {
        return Timetable.of(agenda.of(m.id()), m.starts(), m.stamps().began(), Objects.requireNonNullElse(m.stamps().over(), now));
    }

    /** A clock that was set back in between makes nothing end before it began. */
    private static Instant notBefore(@Nullable Instant began, Instant at) {
        return began != null && began.isAfter(at) ? began : at;
    }

    private Meeting running(long meeting, Actor by) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.stamps().began() != null && m.stamps().over() == null, "meetings.refusal.not-running");
        return m;
    }

    private void tell(long meeting, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(detail));
    }
}
