package org.sanban.meetings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Postponing, moving and calling off (延期、改地点、取消): one line for ever, told to everyone who had the notice. */
@Service
@Transactional
public class Changing {

    /** What was changed, published in its transaction: whoever had the notice is to be told and to confirm. */
    public record Changed(long meeting, long change, String kind, long actor, Instant at) {}

    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final MeetingCards cards;
    private final Handlings handlings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Changing(MeetingDesk desk, MeetingRows rows, MeetingCards cards, Handlings handlings, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.desk = desk;
        this.rows = rows;
        this.cards = cards;
        this.handlings = handlings;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @throws Refused where nothing changes, it has begun, or the new time cannot be */
    public void move(long id, Instant starts, Instant ends, String place, String reason, Actor by, Instant at) {
        Meeting m = desk.living(id, by);
        refuseBegun(m);
        refuse(!ends.isAfter(starts), "meetings.refusal.ends-before", "ends");
        refuse(ends.isAfter(starts.plus(Planning.LONGEST)), "meetings.refusal.too-long", "ends");
        refuse(starts.isBefore(at), "meetings.refusal.in-the-past", "starts");
        refuse(place.isBlank() || place.length() > 200, "meetings.refusal.place", "place");
        refuse(starts.equals(m.starts()) && ends.equals(m.ends()) && place.strip().equals(m.place()), "meetings.refusal.nothing-changes", "starts");
        String kind = starts.equals(m.starts()) ? "MOVED" : "POSTPONED";
        long change = note(m, kind, starts, ends, place.strip(), reason, by, at);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("starts_at", starts);
        row.put("ends_at", ends);
        row.put("place", place.strip());
        rows.stamp(id, row);
        handlings.describe(m.ref(), cards.of(rows.one(id)));
        tell(m, change, kind, by, at, Map.of("from", m.starts().toString(), "to", starts.toString(), "place", place.strip(), "reason", reason));
    }

    public void cancel(long id, String reason, Actor by, Instant at) {
        Meeting m = desk.living(id, by);
        refuseBegun(m);
        long change = note(m, "CANCELLED", null, null, null, reason, by, at);
        rows.stamp(id, Map.of("cancelled_at", at));
        tell(m, change, "CANCELLED", by, at, Map.of("reason", reason));
    }

    private long note(Meeting m, String kind, @Nullable Instant starts, @Nullable Instant ends, @Nullable String place, String reason, Actor by, Instant at) {
        refuse(reason.isBlank() || reason.length() > 500, "meetings.refusal.change-reason", "changeReason");
        return jdbc.sql("""
                        insert into meeting_change (meeting_id, kind, was_starts, was_ends, was_place, starts_at, ends_at, place, reason, at, by)
                        values (:meeting, :kind, :wasStarts, :wasEnds, :wasPlace, :starts, :ends, :place, :reason, :at, :by) returning id""")
                .param("meeting", m.id()).param("kind", kind).param("wasStarts", Timestamp.from(m.starts())).param("wasEnds", Timestamp.from(m.ends())).param("wasPlace", m.place())
                .param("starts", stamp(starts), java.sql.Types.TIMESTAMP).param("ends", stamp(ends), java.sql.Types.TIMESTAMP).param("place", place, java.sql.Types.VARCHAR)
                .param("reason", reason.strip()).param("at", Timestamp.from(at)).param("by", by.id())
                .query(Long.class).single();
    }

    private void tell(Meeting m, long change, String kind, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new Changed(m.id(), change, kind, by.id(), at));
        events.publishEvent(MeetingChanged.of(m.id(), "meeting." + kind.toLowerCase(java.util.Locale.ROOT), by.id(), at).with(detail));
    }

    private static void refuseBegun(Meeting m) {
        Refused.unless(m.stamps().began() == null, "meetings.refusal.has-begun");
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
