package org.sanban.meetings.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats (座次) by rank: the first in the middle, the second to the first one's left, the third to the right, and so on (domain.md §5.4).
 * Names come from the replies alone; a plate is right when two different persons have said so since it was last changed.
 */
@Service
@Transactional
public class Seating {

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Attendees attendees;
    private final ApplicationEventPublisher events;

    Seating(JdbcClient jdbc, MeetingDesk desk, Attendees attendees, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.attendees = attendees;
        this.events = events;
    }

    /** Everyone who sits, by rank of the seat. */
    @Transactional(readOnly = true)
    public List<Attendee> seated(long meeting) {
        return attendees.of(meeting).stream().filter(a -> a.seat() != null).sorted(Comparator.comparing(a -> Objects.requireNonNull(a.seat()))).toList();
    }

    /**
     * The row as it stands before one who faces it: the seats by their number, from the facing person's left to the right. With an odd number the first
     * sits in the middle; with an even number right of it.
     */
    public static <T> List<T> row(List<T> byRank) {
        List<T> row = new ArrayList<>();
        for (int i = 0; i < byRank.size(); i++) {
            if (i % 2 == 1) {
                row.add(byRank.get(i));
            } else {
                row.addFirst(byRank.get(i));
            }
        }
        return row;
    }

    /** Seats everyone who comes by the order of the list; whoever was seated by hand is seated anew. */
    public void arrange(long meeting, Actor by, Instant at) {
        desk.living(meeting, by);
        jdbc.sql("update meeting_attendee set seat = null where meeting_id = ?").param(meeting).update();
        int seat = 0;
        for (Attendee a : attendees.of(meeting)) {
            if (a.comes()) {
                jdbc.sql("update meeting_attendee set seat = ? where id = ?").params(++seat, a.id()).update();
            }
        }
        tell(meeting, "meeting.seated", by, at, Map.of("seats", seat));
    }

    /** Puts a person on a seat; who sat there takes the one that becomes free. */
    public void move(long meeting, long attendee, int seat, Actor by, Instant at) {
        desk.living(meeting, by);
        Attendee a = attendees.one(meeting, attendee);
        List<Attendee> now = seated(meeting);
        Refused.unless(a.seat() != null && seat >= 1 && seat <= now.size(), "meetings.refusal.no-such-seat");
        Attendee other = now.stream().filter(s -> Objects.equals(s.seat(), seat)).findFirst().orElse(a);
        jdbc.sql("update meeting_attendee set seat = case id when :a then :toA when :b then :toB end where id in (:a, :b)")
                .param("a", a.id()).param("toA", seat).param("b", other.id()).param("toB", a.seat()).update();
        tell(meeting, "meeting.seat-changed", by, at, Map.of("person", a.name(), "seat", seat));
    }

    /** Says that the plates as they stand now are right; each is checked by two persons. */
    public int checkPlates(long meeting, Actor by, Instant at) {
        desk.living(meeting, by);
        int checked = jdbc.sql("""
                        update meeting_attendee set plate_checked_by = array_append(plate_checked_by, :by)
                         where meeting_id = :meeting and not gone and seat is not null and not (:by = any (plate_checked_by))""")
                .param("by", by.id()).param("meeting", meeting).update();
        tell(meeting, "meeting.plates-checked", by, at, Map.of("plates", checked));
        return checked;
    }

    private void tell(long meeting, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(detail));
    }
}
