package org.sanban.meetings.replies;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.links.Secret;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Replies (回执): each is kept as it was given, the latest one counts; none is taken after the deadline unless the meeting room says why. */
@Service
@Transactional
public class Replies {

    private static final int MOST = 30;

    /** A reply as it was given. */
    public record Given(String via, Instant at, @Nullable String late, int persons) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final Invitations invitations;
    private final Attendees attendees;
    private final SecrecyGate secrecy;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Replies(
            JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, Invitations invitations, Attendees attendees, SecrecyGate secrecy, ObjectMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.invitations = invitations;
        this.attendees = attendees;
        this.secrecy = secrecy;
        this.json = json;
        this.events = events;
    }

    /** By the link of a body outside. @throws NotFound where the link does not work */
    public void byLink(String secret, Said said, Instant at, String requestId) {
        Invitee invitee = invitations.byLink(secret, at).orElseThrow(NotFound::new);
        take(invitee, said, "LINK", null, Actor.SYSTEM, at, "link-" + invitee.id() + "-" + requestId);
    }

    /**
     * By the meeting room, or by a unit of this office for itself.
     *
     * @param late why one is taken after the deadline; only the meeting room may
     */
    public void inOffice(long meeting, long invitee, Said said, @Nullable String late, Actor by, Instant at, String requestId) {
        Invitee one = invitations.one(meeting, invitee);
        Meeting m = rows.one(meeting);
        boolean room = desk.runs(m, by);
        boolean own = one.body().unit() != null && (by.units().contains(one.body().unit()) || by.headed().contains(one.body().unit())) && one.told() != null;
        if (!room && !own) {
            throw new NotFound();
        }
        if (late != null && (late.length() > 200 || !room)) {
            throw new Refused(Objection.of("meetings.refusal.text-long").at("late"));
        }
        take(one, said, "OFFICE", late == null || late.isBlank() ? null : late.strip(), by, at, requestId);
    }

    private void take(Invitee invitee, Said said, String via, @Nullable String late, Actor by, Instant at, String requestId) {
        jdbc.sql("select id from meeting_invitee where id = ? for update").param(invitee.id()).query(Long.class).single();
        if (jdbc.sql("select count(*) from meeting_reply where request_id = ?").param(requestId).query(Integer.class).single() > 0) {
            return;
        }
        Meeting m = rows.one(invitee.meeting());
        Refused.unless(!m.cancelled(), "meetings.refusal.cancelled");
        Refused.unless(m.stamps().over() == null && m.stamps().closed() == null, "meetings.refusal.is-over");
        if (m.replyBy() != null && at.isAfter(m.replyBy()) && late == null) {
            throw new Refused(Objection.of(via.equals("LINK") ? "meetings.refusal.reply-late" : "meetings.refusal.reply-late-reason").at("late"));
        }
        refuseUnfit(m, said, by, at);
        jdbc.sql("insert into meeting_reply (invitee_id, request_id, via, said, late, at, by) values (:invitee, :request, :via, cast(:said as jsonb), :late, :at, :by)")
                .param("invitee", invitee.id()).param("request", requestId).param("via", via).param("said", json.writeValueAsString(said))
                .param("late", late, java.sql.Types.VARCHAR).param("at", Timestamp.from(at)).param("by", by.id() == 0 ? null : by.id(), java.sql.Types.BIGINT).update();
        jdbc.sql("update meeting_invitee set replied_at = ?, contact = coalesce(?, contact), phone = coalesce(?, phone) where id = ?")
                .params(Timestamp.from(at), said.contact(), said.phone(), invitee.id()).update();
        list(invitee, said.persons());
        events.publishEvent(MeetingChanged.of(m.id(), "meeting.replied", by.id(), at).with(Map.of("body", invitee.body().name(), "persons", said.persons().size(), "via", via)));
    }

    /** Persons who stay keep their seat and their check-in; others go, new ones come in the rank of their body. */
    private void list(Invitee invitee, List<Said.Person> persons) {
        Set<String> names = new HashSet<>();
        persons.forEach(p -> names.add(p.name().strip()));
        List<Attendee> before = attendees.of(invitee.meeting()).stream().filter(a -> java.util.Objects.equals(a.invitee(), invitee.id())).toList();
        before.stream().filter(a -> !names.contains(a.name()))
                .forEach(a -> jdbc.sql("update meeting_attendee set gone = true, seat = null where id = ?").param(a.id()).update());
        int n = 0;
        for (Said.Person p : persons) {
            n++;
            String decision = p.kind() == Attendee.Kind.LEAVE || p.substitutes() != null ? "ASKED" : "NONE";
            Attendee old = before.stream().filter(a -> a.name().equals(p.name().strip())).findFirst().orElse(null);
            if (old == null) {
                jdbc.sql("""
                                insert into meeting_attendee (meeting_id, invitee_id, name, post, phone, kind, substitutes, reason, decision, car, diet, pass, rank)
                                values (:meeting, :invitee, :name, :post, :phone, :kind, :substitutes, :reason, :decision, :car, :diet, :pass, :rank)""")
                        .params(values(p)).param("meeting", invitee.meeting()).param("invitee", invitee.id()).param("decision", decision).param("pass", Secret.pass())
                        .param("rank", invitee.position() * 100 + n).update();
            } else {
                boolean asked = old.kind() != p.kind() || !java.util.Objects.equals(old.substitutes(), p.substitutes());
                jdbc.sql("""
                                update meeting_attendee set post = :post, phone = :phone, kind = :kind, substitutes = :substitutes, reason = :reason, car = :car, diet = :diet,
                                       decision = case when :asked then :decision else decision end, seat = case when :kind = 'LEAVE' then null else seat end,
                                       plate_checked_by = case when post is distinct from :post then '{}' else plate_checked_by end where id = :id""")
                        .params(values(p)).param("asked", asked).param("decision", decision).param("id", old.id()).update();
            }
        }
    }

    private static Map<String, Object> values(Said.Person p) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("name", p.name().strip());
        values.put("post", p.post());
        values.put("phone", p.phone());
        values.put("kind", p.kind().name());
        values.put("substitutes", p.substitutes());
        values.put("reason", p.reason());
        values.put("car", p.car());
        values.put("diet", p.diet());
        return values;
    }

    private void refuseUnfit(Meeting m, Said said, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (said.persons().isEmpty() || said.persons().size() > MOST) {
            wrong.add(Objection.of("meetings.refusal.persons", MOST).at("persons"));
        }
        for (Said.Person p : said.persons()) {
            String name = p.name().strip();
            boolean fits = !name.isEmpty() && name.length() <= 60 && name.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
            if (!fits) {
                wrong.add(Objection.of("meetings.refusal.person-name").at("persons"));
            } else if (!names.add(name)) {
                wrong.add(Objection.of("meetings.refusal.person-twice", name).at("persons"));
            }
            if (java.util.stream.Stream.of(p.post(), p.phone(), p.substitutes(), p.reason(), p.car(), p.diet()).anyMatch(t -> t != null && t.length() > 200)) {
                wrong.add(Objection.of("meetings.refusal.text-long").at("persons"));
            }
            if (p.kind() == Attendee.Kind.LEAVE && (p.reason() == null || p.reason().isBlank())) {
                wrong.add(Objection.of("meetings.refusal.leave-reason", name).at("persons"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong.stream().distinct().toList());
        }
        said.persons().forEach(p -> secrecy.refuseClassified(m.ref(), by, at, SecrecyGate.Field.text("persons", p.reason())));
    }

    /** Grants or refuses a substitution or a leave (代会、请假审批). */
    public void decide(long meeting, long attendee, boolean granted, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        Attendee one = attendees.one(meeting, attendee);
        Refused.unless(one.decision() == Attendee.Decision.ASKED, "meetings.refusal.nothing-asked", one.name());
        Refused.unless(by.may("meeting.manage") || by.id() == m.chair() || by.may("instruction.give"), "workflow.refusal.not-allowed");
        jdbc.sql("update meeting_attendee set decision = ?, decided_by = ?, decided_at = ?, seat = case when ? then seat end where id = ?")
                .params(granted ? "GRANTED" : "REFUSED", by.id(), Timestamp.from(at), granted, attendee).update();
        events.publishEvent(MeetingChanged.of(meeting, granted ? "meeting.leave-granted" : "meeting.leave-refused", by.id(), at).with(Map.of("person", one.name())));
    }

    /** Every reply of a body as it was given, the first one first. */
    @Transactional(readOnly = true)
    public List<Given> given(long invitee) {
        return jdbc.sql("select via, at, late, jsonb_array_length(said -> 'persons') as persons from meeting_reply where invitee_id = ? order by id").param(invitee)
                .query((row, n) -> new Given(row.getString(1), MeetingRows.instant(row, "at"), row.getString(3), row.getInt(4))).list();
    }
}
