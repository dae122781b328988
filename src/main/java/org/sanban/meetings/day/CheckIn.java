package org.sanban.meetings.day;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checking in (签到): by the list, by the code of a pass, by the number of a card; each person once. */
@Service
@Transactional
public class CheckIn {

    /** Attendance is reported this long after the start (domain.md §5.2, 8). */
    public static final Duration REPORT = Duration.ofMinutes(5);

    /** @param missing expected and not there; {@code due} when the attendance is to be reported */
    public record Attendance(int attend, int sitIn, int observe, int leave, List<Attendee> missing, Instant due, @Nullable Instant reported) {
        public int there() {
            return attend + sitIn + observe;
        }
    }

    /** @param again the person was checked in before; nothing changed */
    public record Checked(Attendee person, boolean again) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final Attendees attendees;
    private final ApplicationEventPublisher events;

    CheckIn(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, Attendees attendees, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.attendees = attendees;
        this.events = events;
    }

    public Checked byList(long meeting, long attendee, Actor by, Instant at) {
        mine(meeting, by);
        return check(attendees.one(meeting, attendee), "LIST", by, at);
    }

    /** What was read from a QR code: the pass itself, or an address that ends in it. */
    public Checked byPass(long meeting, String read, Actor by, Instant at) {
        mine(meeting, by);
        String pass = read.strip().substring(read.strip().lastIndexOf('/') + 1);
        return check(found(meeting, a -> a.pass().equals(pass), "meetings.refusal.no-such-pass", "code"), "QR", by, at);
    }

    public Checked byCard(long meeting, String card, Actor by, Instant at) {
        mine(meeting, by);
        return check(found(meeting, a -> card.strip().equals(a.card()), "meetings.refusal.no-such-card", "code"), "CARD", by, at);
    }

    /** Whatever was typed or read at the door. */
    public Checked byCode(long meeting, String code, Actor by, Instant at) {
        boolean card = attendees.of(meeting).stream().anyMatch(a -> code.strip().equals(a.card()));
        return card ? byCard(meeting, code, by, at) : byPass(meeting, code, by, at);
    }

    /** Gives a person a card. */
    public void giveCard(long meeting, long attendee, String card, Actor by, Instant at) {
        mine(meeting, by);
        attendees.one(meeting, attendee);
        String no = card.strip();
        boolean fits = no.isEmpty() || no.matches("[0-9A-Za-z-]{1,32}");
        if (!fits) {
            throw new Refused(Objection.of("meetings.refusal.card").at("card"));
        }
        if (attendees.of(meeting).stream().anyMatch(a -> !no.isEmpty() && no.equals(a.card()) && a.id() != attendee)) {
            throw new Refused(Objection.of("meetings.refusal.card-taken", no).at("card"));
        }
        jdbc.sql("update meeting_attendee set card = nullif(?, '') where id = ?").params(no, attendee).update();
    }

    private Attendee found(long meeting, java.util.function.Predicate<Attendee> is, String otherwise, String field) {
        Optional<Attendee> one = attendees.of(meeting).stream().filter(is).findFirst();
        return one.orElseThrow(() -> new Refused(Objection.of(otherwise).at(field)));
    }

    private Checked check(Attendee a, String how, Actor by, Instant at) {
        if (!a.comes()) {
            throw new Refused(Objection.of("meetings.refusal.on-leave", a.name()).at("code"));
        }
        int fresh = jdbc.sql("update meeting_attendee set checked_in_at = ?, checked_in_how = ?, checked_in_by = ? where id = ? and checked_in_at is null")
                .params(Timestamp.from(at), how, by.id(), a.id()).update();
        return new Checked(attendees.one(a.meeting(), a.id()), fresh == 0);
    }

    @Transactional(readOnly = true)
    public Attendance attendance(Meeting m) {
        List<Attendee> all = attendees.of(m.id());
        Instant start = m.stamps().began() == null ? m.starts() : m.stamps().began();
        return new Attendance(
                there(all, Attendee.Kind.ATTEND), there(all, Attendee.Kind.SIT_IN), there(all, Attendee.Kind.OBSERVE),
                (int) all.stream().filter(a -> a.kind() == Attendee.Kind.LEAVE).count(), all.stream().filter(a -> a.comes() && a.in() == null).toList(),
                start.plus(REPORT), m.stamps().reported());
    }

    private static int there(List<Attendee> all, Attendee.Kind kind) {
        return (int) all.stream().filter(a -> a.kind() == kind && a.in() != null).count();
    }

    /** Reports the attendance (报到会情况). */
    public Attendance report(long meeting, Actor by, Instant at) {
        Meeting m = mine(meeting, by);
        Refused.unless(m.stamps().reported() == null, "meetings.refusal.reported");
        rows.stamp(meeting, Map.of("reported_at", at));
        Attendance now = attendance(m);
        events.publishEvent(MeetingChanged.of(meeting, "meeting.attendance-reported", by.id(), at)
                .with(Map.of("attend", now.attend(), "sitIn", now.sitIn(), "leave", now.leave(), "absent", now.missing().size())));
        return now;
    }

    private Meeting mine(long meeting, Actor by) {
        Meeting m = rows.one(meeting);
        return by.may("checkin.record") && !m.cancelled() ? m : desk.living(meeting, by);
    }
}
