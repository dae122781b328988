package org.sanban.meetings.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.DecisionAssigned;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions as records: written while the minutes are not issued, printed into them word by word, handed over once. */
@Service
@Transactional
public class Decisions {

    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Bodies bodies;
    private final MinutesPaper paper;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Decisions(JdbcClient jdbc, MeetingDesk desk, Bodies bodies, MinutesPaper paper, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.bodies = bodies;
        this.paper = paper;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Decision> of(long meeting) {
        return jdbc.sql("select * from meeting_decision where meeting_id = ? order by no").param(meeting).query(this::read).list();
    }

    /** @return its id; sent again as it was it is the same one */
    public long add(long meeting, Decision.Entry e, Actor by, Instant at) {
        Meeting m = writable(meeting, by);
        refuseUnfit(m, e, by, at);
        Optional<Decision> there = of(meeting).stream().filter(d -> d.text().equals(e.text().strip())).findFirst();
        if (there.isPresent() && !there.get().says(e)) {
            throw new Refused(Objection.of("meetings.refusal.decision-there", there.get().no()).at("text"));
        }
        if (there.isPresent()) {
            return there.get().id();
        }
        long id = jdbc.sql("""
                        insert into meeting_decision (meeting_id, item_id, no, text, lead, support, due_at, no_follow, made_at, made_by)
                        values (:meeting, :item, (select coalesce(max(no), 0) + 1 from meeting_decision where meeting_id = :meeting), :text, cast(:lead as jsonb),
                               cast(:support as jsonb), :due, :no, :at, :by) returning id""")
                .param("meeting", meeting).params(values(e)).param("at", Timestamp.from(at)).param("by", by.id()).query(Long.class).single();
        tell(meeting, "meeting.decided", by, at);
        return id;
    }

    public void edit(long meeting, long decision, int version, Decision.Entry e, Actor by, Instant at) {
        Meeting m = writable(meeting, by);
        Decision old = one(meeting, decision);
        Refused.unless(old.assigned() == null, "meetings.refusal.assigned");
        refuseUnfit(m, e, by, at);
        int written = jdbc.sql("""
                        update meeting_decision set item_id = :item, text = :text, lead = cast(:lead as jsonb), support = cast(:support as jsonb), due_at = :due,
                               no_follow = :no, version = version + 1 where id = :id and version = :version""")
                .params(values(e)).param("id", decision).param("version", version).update();
        if (written == 0) {
            throw new Stale();
        }
        tell(meeting, "meeting.decided", by, at);
    }

    /** Strikes it before the minutes are drafted; those after it move up. */
    public void strike(long meeting, long decision, Actor by, Instant at) {
        writable(meeting, by);
        Decision old = one(meeting, decision);
        Refused.unless(old.assigned() == null, "meetings.refusal.assigned");
        jdbc.sql("delete from meeting_decision where id = ?").param(decision).update();
        of(meeting).stream().filter(d -> d.no() > old.no())
                .forEach(d -> jdbc.sql("update meeting_decision set no = no - 1, version = version + 1 where id = ?").param(d.id()).update());
        events.publishEvent(MeetingChanged.of(meeting, "meeting.decision-struck", by.id(), at).with(Map.of("no", old.no(), "text", old.text())));
    }

    /**
     * Hands every decision over that was not yet: each is told to whoever follows things up, in this transaction.
     *
     * @throws Refused where one has no lead or no day
     */
    public void assign(Meeting m, Actor by, Instant at) {
        List<Decision> all = of(m.id());
        List<Objection> gaps = all.stream().filter(d -> !d.whole()).map(d -> Objection.of("meetings.gap.decision-whole", d.no()).at("decisions")).toList();
        if (!gaps.isEmpty()) {
            throw new Refused(gaps);
        }
        String number = m.minutesPaper() == null ? null : paper.of(m.minutesPaper(), at).number();
        for (Decision d : all) {
            if (!d.settled()) {
                jdbc.sql("update meeting_decision set assigned_at = ?, assigned_by = ?, version = version + 1 where id = ?").params(Timestamp.from(at), by.id(), d.id()).update();
                events.publishEvent(new DecisionAssigned(
                        MeetingKind.ref(m.id()), d.id(), d.no(), d.text(), Objects.requireNonNull(d.lead()), d.support(), Objects.requireNonNull(d.due()), m.title(), number,
                        m.ownerUnit(), by.id(), at));
            }
        }
    }

    /** As {@link #assign(Meeting, Actor, Instant)}, by hand, where the minutes are issued or none are. */
    public void assign(long meeting, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.stamps().over() != null, "meetings.refusal.not-over");
        Refused.unless(m.minutesPaper() == null || paper.of(m.minutesPaper(), at).dispatchedAt() != null, "meetings.gap.minutes-issued");
        assign(m, by, at);
    }

    Decision one(long meeting, long decision) {
        return of(meeting).stream().filter(d -> d.id() == decision).findFirst().orElseThrow(NotFound::new);
    }

    /** Once the minutes are signed, a decision changes only after they were taken back to the draft. */
    private Meeting writable(long meeting, Actor by) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.minutesPaper() == null || paper.stillWritten(m.minutesPaper()), "meetings.refusal.minutes-signed");
        return m;
    }

    private void refuseUnfit(Meeting m, Decision.Entry e, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        String text = e.text().strip();
        object(text.isEmpty() || text.length() > LONGEST || text.indexOf('\n') >= 0, "meetings.refusal.decision-text", "text", wrong);
        object(e.due() != null && e.due().isBefore(m.stamps().began() == null ? m.starts() : m.stamps().began()), "meetings.refusal.due-before", "due", wrong);
        object(e.lead() != null && e.support().contains(e.lead()), "meetings.refusal.lead-supports", "support", wrong);
        object(e.noFollow() != null && e.noFollow().length() > 300, "meetings.refusal.text-long", "noFollow", wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(m.ref(), by, at, SecrecyGate.Field.text("text", text));
    }

    private static void object(boolean wrong, String code, String field, List<Objection> objections) {
        if (wrong) {
            objections.add(Objection.of(code).at(field));
        }
    }

    private Map<String, Object> values(Decision.Entry e) {
        Map<String, Object> values = new java.util.HashMap<>();
        values.put("item", e.item());
        values.put("text", e.text().strip());
        values.put("lead", e.lead() == null ? null : bodies.write(e.lead()));
        values.put("support", bodies.write(e.support()));
        values.put("due", e.due() == null ? null : Timestamp.from(e.due()));
        values.put("no", e.noFollow() == null || e.noFollow().isBlank() ? null : e.noFollow().strip());
        return values;
    }

    private void tell(long meeting, String what, Actor by, Instant at) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(Map.of("decisions", of(meeting).size())));
    }

    private Decision read(ResultSet row, int n) throws SQLException {
        @Nullable Timestamp due = row.getTimestamp("due_at");
        return new Decision(
                row.getLong("id"), row.getLong("meeting_id"), row.getObject("item_id", Long.class), row.getInt("no"), row.getString("text"), bodies.read(row.getString("lead")),
                bodies.readMany(row.getString("support")), due == null ? null : due.toInstant(), row.getString("no_follow"), MeetingRows.orNull(row, "assigned_at"),
                row.getInt("version"));
    }
}
