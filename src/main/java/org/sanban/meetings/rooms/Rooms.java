package org.sanban.meetings.rooms;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.meetings.Changing;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.MeetingSight;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rooms and who holds them when. The database itself lets no two bookings of a room overlap. */
@Service
@Transactional
public class Rooms {

    private static final Duration LONGEST = Duration.ofDays(14);
    private static final String BOOKINGS = """
            select b.id, b.room_id, b.meeting_id, b.title, lower(b.during) as starts, upper(b.during) as ends, b.booked_by from meeting_booking b
             where b.released_at is null and """;

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final MeetingSight sight;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Rooms(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, MeetingSight sight, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.sight = sight;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Room> all() {
        return jdbc.sql("select id, code, name, name_en, seats, video, note from meeting_room where active order by ordering").query(Room.class).list();
    }

    @Transactional(readOnly = true)
    public Room one(long id) {
        return all().stream().filter(r -> r.id() == id).findFirst().orElseThrow(NotFound::new);
    }

    /**
     * What holds rooms between two instants, of a meeting that {@code by} may not see without its title.
     *
     * @param room one of them, or null for all
     */
    @Transactional(readOnly = true)
    public List<Booking> between(@Nullable Long room, Instant from, Instant until, Actor by) {
        Set<Long> seen = Set.copyOf(jdbc.sql("select b.id from meeting_booking b join meeting m on m.id = b.meeting_id where b.released_at is null and b.during && tstzrange(:from, :until) and "
                        + sight.of(by))
                .params(sight.params(by)).param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).query(Long.class).list());
        return held(room, from, until).stream().map(b -> b.meeting() == null || seen.contains(b.id()) ? b : b.untitled()).toList();
    }

    private List<Booking> held(@Nullable Long room, Instant from, Instant until) {
        return jdbc.sql(BOOKINGS + " b.during && tstzrange(:from, :until) and (cast(:room as bigint) is null or b.room_id = :room) order by b.during, b.room_id limit 2000")
                .param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).param("room", room, java.sql.Types.BIGINT).query(Rooms::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<Booking> of(long meeting) {
        return jdbc.sql(BOOKINGS + " b.meeting_id = ? order by b.id desc limit 1").param(meeting).query(Rooms::read).optional();
    }

    /** Books a room for a meeting, from its start to its end; the one that it held before is given back. */
    public long book(long meeting, long room, Actor by, Instant at, String requestId) {
        Meeting m = desk.living(meeting, by);
        Optional<Booking> old = of(meeting);
        if (old.isPresent() && old.get().room() == room) {
            return old.get().id();
        }
        old.ifPresent(b -> release(b.id(), by, at));
        return hold(room, meeting, m.title(), m.starts(), m.ends(), by, at, requestId);
    }

    /** Books a room for something that is no meeting of the register. The same request again answers the same booking. */
    public long book(long room, String title, Instant from, Instant until, Actor by, Instant at, String requestId) {
        refuse(title.isBlank() || title.length() > 100, "meetings.refusal.title", "title");
        refuse(!until.isAfter(from), "meetings.refusal.ends-before", "until");
        refuse(Duration.between(from, until).compareTo(LONGEST) > 0, "meetings.refusal.too-long", "until");
        refuse(until.isBefore(at), "meetings.refusal.in-the-past", "from");
        secrecy.refuseClassified(new SubjectRef("meeting-room", room), by, at, SecrecyGate.Field.label("title", title));
        return hold(room, null, title.strip(), from, until, by, at, requestId);
    }

    private long hold(long room, @Nullable Long meeting, String title, Instant from, Instant until, Actor by, Instant at, String requestId) {
        Optional<Long> before = jdbc.sql("select id from meeting_booking where request_id = ? and booked_by = ?").params(requestId, by.id()).query(Long.class).optional();
        if (before.isPresent()) {
            return before.get();
        }
        Room one = all().stream().filter(r -> r.id() == room).findFirst().orElseThrow(() -> new Refused(Objection.of("meetings.refusal.no-such-room").at("room")));
        between(room, from, until, by).stream().findFirst().ifPresent(b -> {
            throw new Refused(taken(one, b).at("room"));
        });
        try {
            long id = jdbc.sql("""
                            insert into meeting_booking (request_id, room_id, meeting_id, title, during, booked_by, booked_at)
                            values (:request, :room, :meeting, :title, tstzrange(:from, :until), :by, :at) returning id""")
                    .param("request", requestId).param("room", room).param("meeting", meeting, java.sql.Types.BIGINT).param("title", title)
                    .param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).param("by", by.id()).param("at", Timestamp.from(at)).query(Long.class).single();
            tell(room, "meeting.room-booked", by, at, Map.of("booking", id));
            return id;
        } catch (DataIntegrityViolationException sameMoment) {
            throw new Refused(Objection.of("meetings.refusal.room-taken-now", one.name()).at("room"));
        }
    }

    /** Gives a room back: who booked it, who runs meetings. */
    public void release(long booking, Actor by, Instant at) {
        Booking b = jdbc.sql(BOOKINGS + " b.id = ? for update").param(booking).query(Rooms::read).optional().orElseThrow(NotFound::new);
        Refused.unless(b.by() == by.id() || by.may("meeting.manage") || b.meeting() != null && desk.runs(rows.one(b.meeting()), by), "meetings.refusal.not-yours");
        jdbc.sql("update meeting_booking set released_at = ?, released_by = ? where id = ?").params(Timestamp.from(at), by.id(), booking).update();
        tell(b.room(), "meeting.room-released", by, at, Map.of("booking", booking));
    }

    /** A meeting that is put off keeps its room at the new time, or is refused where somebody holds it then; called off or held elsewhere, it gives the room back. */
    @EventListener
    void on(Changing.Changed changed) {
        Optional<Booking> held = of(changed.meeting());
        if (held.isEmpty()) {
            return;
        }
        Meeting m = rows.one(changed.meeting());
        Room room = one(held.get().room());
        if (changed.kind().equals("CANCELLED") || elsewhere(changed, m, room)) {
            jdbc.sql("update meeting_booking set released_at = ?, released_by = ? where id = ?").params(Timestamp.from(changed.at()), changed.actor(), held.get().id()).update();
            return;
        }
        held(room.id(), m.starts(), m.ends()).stream().filter(b -> b.id() != held.get().id()).findFirst().ifPresent(b -> {
            throw new Refused(taken(room, b.meeting() == null ? b : b.untitled()).at("starts"));
        });
        try {
            jdbc.sql("update meeting_booking set during = tstzrange(?, ?) where id = ?").params(Timestamp.from(m.starts()), Timestamp.from(m.ends()), held.get().id()).update();
        } catch (DataIntegrityViolationException sameMoment) {
            throw new Refused(Objection.of("meetings.refusal.room-taken-now", room.name()).at("starts"));
        }
    }

    /** Says by what, where it may be said. */
    private static Objection taken(Room room, Booking by) {
        return by.title().isEmpty() ? Objection.of("meetings.refusal.room-held", room.name()) : Objection.of("meetings.refusal.room-taken", room.name(), by.title());
    }

    private boolean elsewhere(Changing.Changed changed, Meeting m, Room room) {
        String before = jdbc.sql("select was_place from meeting_change where id = ?").param(changed.change()).query(String.class).single();
        return !m.place().equals(before) && !m.place().startsWith(room.name());
    }

    private static Booking read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Booking(
                row.getLong("id"), row.getLong("room_id"), row.getObject("meeting_id", Long.class), row.getString("title"), MeetingRows.instant(row, "starts"),
                MeetingRows.instant(row, "ends"), row.getLong("booked_by"));
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private void tell(long room, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new MeetingChanged(new SubjectRef("meeting-room", room), what, by.id(), at, detail));
    }
}
