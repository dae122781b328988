package org.sanban.meetings.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Body;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.MeetingSight;
import org.sanban.meetings.MeetingTypes;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Topics (议题) from the call to the agenda: proposed by a unit, checked by the meeting office, waiting until a meeting takes them. */
@Service
@Transactional
public class Topics {

    private static final SubjectRef REGISTER = new SubjectRef("meeting-topic", 0);

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final MeetingTypes types;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Topics(JdbcClient jdbc, Bodies bodies, MeetingTypes types, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.types = types;
        this.secrecy = secrecy;
        this.events = events;
    }

    /** Who may read the queue: those who run meetings; others see what they proposed. */
    @Transactional(readOnly = true)
    public List<Topic> waiting(@Nullable String type, Actor by) {
        return jdbc.sql("""
                        select * from meeting_topic where state in ('CALLED', 'CHECKED') and (:type = '' or type = :type)
                           and (:all or called_by in (:mine)) order by type, called_at, id limit 300""")
                .param("type", type == null ? "" : type).param("all", all(by)).param("mine", by.trays()).query(this::read).list();
    }

    /** @throws NotFound where there is none, or the actor may not read it */
    @Transactional(readOnly = true)
    public Topic one(long id, Actor by) {
        return jdbc.sql("select * from meeting_topic where id = :id and (:all or called_by in (:mine))").param("id", id).param("all", all(by)).param("mine", by.trays())
                .query(this::read).optional().orElseThrow(NotFound::new);
    }

    private static boolean all(Actor by) {
        return by.may(MeetingSight.RUNS) || by.may("subject.read-all");
    }

    /** Proposes a topic. The same request again answers the same one. */
    public long propose(Topic.Proposal p, Actor by, Instant at, String requestId) {
        Optional<Long> before = jdbc.sql("select id from meeting_topic where request_id = ? and called_by = ?").params(requestId, by.id()).query(Long.class).optional();
        if (before.isPresent()) {
            return before.get();
        }
        refuseUnfit(p, by, at);
        long id = jdbc.sql("""
                        insert into meeting_topic (request_id, title, type, proposer, reporter, leader, reason, minutes, attend, source, called_at, called_by)
                        values (:request, :title, :type, cast(:proposer as jsonb), :reporter, :leader, :reason, :minutes, cast(:attend as jsonb), :source, :at, :by) returning id""")
                .param("request", requestId).param("title", p.title().strip()).param("type", p.type()).param("proposer", bodies.write(p.proposer()))
                .param("reporter", p.reporter(), java.sql.Types.VARCHAR).param("leader", p.leader(), java.sql.Types.BIGINT).param("reason", p.reason().strip())
                .param("minutes", p.minutes()).param("attend", bodies.write(p.attend())).param("source", p.source(), java.sql.Types.VARCHAR)
                .param("at", Timestamp.from(at)).param("by", by.id()).query(Long.class).single();
        tell(id, "meeting.topic-proposed", by, at);
        return id;
    }

    private void refuseUnfit(Topic.Proposal p, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        types.of(p.type());
        object(p.title().isBlank() || p.title().length() > 200, "meetings.refusal.title", "title", wrong);
        object(p.proposer() == null, "meetings.refusal.empty", "proposer", wrong);
        object(p.reason().isBlank() || p.reason().length() > 2_000, "meetings.refusal.reason", "reason", wrong);
        object(p.minutes() < 1 || p.minutes() > 480, "meetings.refusal.minutes", "minutes", wrong);
        object(p.reporter() != null && p.reporter().length() > 100, "meetings.refusal.text-long", "reporter", wrong);
        object(p.source() != null && p.source().length() > 200, "meetings.refusal.text-long", "source", wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(REGISTER, by, at, SecrecyGate.Field.label("title", p.title()), SecrecyGate.Field.text("reason", p.reason()));
    }

    /** Notes what the check found; checked is what has nothing open and no difference that is not settled. */
    public void review(long id, int version, Topic.Review r, boolean passed, Actor by, Instant at) {
        Topic topic = writable(id, version, by);
        Refused.unless(topic.state() == Topic.State.CALLED || topic.state() == Topic.State.CHECKED, "meetings.refusal.topic-placed");
        for (String text : new String[] {r.consulted(), r.differences(), r.opinion()}) {
            if (text != null && text.length() > 1_000) {
                throw new Refused(Objection.of("meetings.refusal.text-long").at("opinion"));
            }
        }
        if (passed) {
            List<Objection> open = new ArrayList<>();
            object(r.consultation() == Topic.Check.OPEN, "meetings.gap.consultation", "consultation", open);
            object(r.legality() == Topic.Check.OPEN, "meetings.gap.legality", "legality", open);
            object(r.risk() == Topic.Check.OPEN, "meetings.gap.risk", "risk", open);
            object(r.opinion() == null || r.opinion().isBlank(), "meetings.gap.opinion", "opinion", open);
            if (!open.isEmpty()) {
                throw new Refused(open);
            }
        }
        jdbc.sql("""
                        update meeting_topic set consultation = :consultation, consulted = :consulted, differences = :differences, legality = :legality, risk = :risk,
                               opinion = :opinion, state = :state, checked_at = :at, checked_by = :by, version = version + 1 where id = :id""")
                .param("consultation", r.consultation().name()).param("consulted", r.consulted(), java.sql.Types.VARCHAR)
                .param("differences", r.differences(), java.sql.Types.VARCHAR).param("legality", r.legality().name()).param("risk", r.risk().name())
                .param("opinion", r.opinion(), java.sql.Types.VARCHAR).param("state", passed ? "CHECKED" : "CALLED").param("at", Timestamp.from(at)).param("by", by.id())
                .param("id", id).update();
        tell(id, passed ? "meeting.topic-checked" : "meeting.topic-reviewed", by, at);
    }

    /** Gives it back to who proposed it (未经协商不上会). */
    public void giveBack(long id, int version, String reason, Actor by, Instant at) {
        Topic topic = writable(id, version, by);
        Refused.unless(topic.state() == Topic.State.CALLED || topic.state() == Topic.State.CHECKED, "meetings.refusal.topic-placed");
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refused(Objection.of("meetings.refusal.change-reason").at("giveBackReason"));
        }
        jdbc.sql("update meeting_topic set state = 'RETURNED', ended_reason = ?, version = version + 1 where id = ?").params(reason.strip(), id).update();
        tell(id, "meeting.topic-returned", by, at);
    }

    /** Locks a checked topic for a meeting of its kind; one that was put off comes back to the queue by {@link #back}. */
    Topic place(long id, long meeting, String type) {
        Topic topic = jdbc.sql("select * from meeting_topic where id = ? for update").param(id).query(this::read).optional()
                .orElseThrow(() -> new Refused(Objection.of("meetings.refusal.no-such-topic").at("topic")));
        refuse(!topic.type().equals(type), "meetings.refusal.topic-of-other-kind");
        refuse(topic.state() == Topic.State.CALLED, "meetings.refusal.topic-unchecked");
        refuse(topic.state() != Topic.State.CHECKED, "meetings.refusal.topic-placed");
        jdbc.sql("update meeting_topic set state = 'PLACED', meeting_id = ?, version = version + 1 where id = ?").params(meeting, id).update();
        return topic;
    }

    void back(long id) {
        jdbc.sql("update meeting_topic set state = 'CHECKED', meeting_id = null, version = version + 1 where id = ? and state = 'PLACED'").param(id).update();
    }

    void decided(long id) {
        jdbc.sql("update meeting_topic set state = 'DECIDED', version = version + 1 where id = ? and state = 'PLACED'").param(id).update();
    }

    private Topic writable(long id, int version, Actor by) {
        one(id, by);
        Refused.unless(by.may(MeetingSight.RUNS), "workflow.refusal.not-allowed");
        Topic topic = jdbc.sql("select * from meeting_topic where id = ? for update").param(id).query(this::read).single();
        if (topic.version() != version) {
            throw new Stale();
        }
        return topic;
    }

    private void tell(long id, String what, Actor by, Instant at) {
        events.publishEvent(new MeetingChanged(new SubjectRef("meeting-topic", id), what, by.id(), at, java.util.Map.of()));
    }

    private static void object(boolean wrong, String code, String field, List<Objection> objections) {
        if (wrong) {
            objections.add(Objection.of(code).at(field));
        }
    }

    private static void refuse(boolean wrong, String code) {
        if (wrong) {
            throw new Refused(Objection.of(code).at("topic"));
        }
    }

    private Topic read(ResultSet row, int n) throws SQLException {
        Body proposer = bodies.read(row.getString("proposer"));
        return new Topic(
                row.getLong("id"), row.getString("title"), row.getString("type"), java.util.Objects.requireNonNull(proposer), row.getString("reporter"),
                row.getObject("leader", Long.class), row.getString("reason"), row.getInt("minutes"), bodies.readMany(row.getString("attend")),
                Topic.Check.valueOf(row.getString("consultation")), row.getString("consulted"), row.getString("differences"), Topic.Check.valueOf(row.getString("legality")),
                Topic.Check.valueOf(row.getString("risk")), row.getString("opinion"), Topic.State.valueOf(row.getString("state")), row.getString("source"),
                row.getObject("meeting_id", Long.class), MeetingRows.instant(row, "called_at"), MeetingRows.orNull(row, "checked_at"), row.getString("ended_reason"), row.getInt("version"));
    }
}
