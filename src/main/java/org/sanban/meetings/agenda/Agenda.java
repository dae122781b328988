package org.sanban.meetings.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.MeetingType;
import org.sanban.meetings.MeetingTypes;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agenda of a meeting: the first topic pinned, minutes for each item, never longer than the meeting. */
@Service
@Transactional
public class Agenda {

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingTypes types;
    private final Topics topics;
    private final Bodies bodies;
    private final ApplicationEventPublisher events;

    Agenda(JdbcClient jdbc, MeetingDesk desk, MeetingTypes types, Topics topics, Bodies bodies, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.types = types;
        this.topics = topics;
        this.bodies = bodies;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Item> of(long meeting) {
        return jdbc.sql("select * from meeting_item where meeting_id = ? order by position").param(meeting).query(this::read).list();
    }

    /** Adds an item at the end; the first topic of a kind of meeting that has one goes to the top. */
    public long add(long meeting, Item.Entry e, boolean first, Actor by, Instant at) {
        Meeting m = fixable(meeting, by);
        refuseUnfit(e);
        List<Item> items = of(meeting);
        refuseTooLong(m, Timetable.total(items) + e.minutes(), e.minutes());
        Refused.unless(!first || items.stream().noneMatch(Item::first), "meetings.refusal.first-topic-twice");
        if (first) {
            jdbc.sql("update meeting_item set position = position + 1 where meeting_id = ?").param(meeting).update();
        }
        long id = insert(meeting, null, first ? 1 : items.size() + 1, first, e);
        tell(meeting, "meeting.agenda-written", by, at);
        return id;
    }

    /** Puts the pinned first topic on the agenda, where this kind of meeting has one. */
    public void pin(long meeting, int minutes, Actor by, Instant at) {
        Meeting m = fixable(meeting, by);
        MeetingType type = types.of(m.type());
        Refused.unless(type.firstTopic() != null, "meetings.refusal.no-first-topic");
        add(meeting, new Item.Entry(java.util.Objects.requireNonNull(type.firstTopic()), null, minutes, List.of()), true, by, at);
    }

    /** Takes a checked topic out of the queue. */
    public long take(long meeting, long topic, Actor by, Instant at) {
        Meeting m = fixable(meeting, by);
        Topic taken = topics.place(topic, meeting, m.type());
        List<Item> items = of(meeting);
        refuseTooLong(m, Timetable.total(items) + taken.minutes(), taken.minutes());
        String reporter = taken.reporter() == null ? taken.proposer().name() : taken.reporter();
        long id = insert(meeting, topic, items.size() + 1, false, new Item.Entry(taken.title(), reporter, taken.minutes(), taken.attend()));
        tell(meeting, "meeting.agenda-written", by, at);
        return id;
    }

    public void edit(long meeting, long item, Item.Entry e, Actor by, Instant at) {
        Meeting m = fixable(meeting, by);
        refuseUnfit(e);
        Item old = one(meeting, item);
        refuseTooLong(m, Timetable.total(of(meeting)) - old.minutes() + e.minutes(), e.minutes());
        jdbc.sql("update meeting_item set title = :title, reporter = :reporter, minutes = :minutes, attend = cast(:attend as jsonb) where id = :id")
                .param("title", e.title().strip()).param("reporter", e.reporter(), java.sql.Types.VARCHAR).param("minutes", e.minutes())
                .param("attend", bodies.write(e.attend())).param("id", item).update();
        tell(meeting, "meeting.agenda-written", by, at);
    }

    /** Moves it up or down by one; nothing goes above the first topic. */
    public void move(long meeting, long item, boolean up, Actor by, Instant at) {
        fixable(meeting, by);
        List<Item> items = of(meeting);
        Item one = one(meeting, item);
        int other = one.position() + (up ? -1 : 1);
        Item neighbour = items.stream().filter(i -> i.position() == other).findFirst().orElseThrow(() -> new Refused(Objection.of("meetings.refusal.item-at-end")));
        Refused.unless(!neighbour.first() && !one.first(), "meetings.refusal.first-topic-stays");
        jdbc.sql("update meeting_item set position = case id when :a then :toA when :b then :toB end where id in (:a, :b)")
                .param("a", item).param("toA", other).param("b", neighbour.id()).param("toB", one.position()).update();
        tell(meeting, "meeting.agenda-written", by, at);
    }

    /** Takes it off; a topic goes back to the queue for a later meeting (暂缓上会). */
    public void remove(long meeting, long item, Actor by, Instant at) {
        fixable(meeting, by);
        Item one = one(meeting, item);
        Refused.unless(one.began() == null, "meetings.refusal.item-began");
        jdbc.sql("delete from meeting_item where id = ?").param(item).update();
        jdbc.sql("update meeting_item set position = position - 1 where meeting_id = ? and position > ?").params(meeting, one.position()).update();
        if (one.topic() != null) {
            topics.back(one.topic());
        }
        tell(meeting, "meeting.agenda-written", by, at);
    }

    Item one(long meeting, long item) {
        return of(meeting).stream().filter(i -> i.id() == item).findFirst().orElseThrow(NotFound::new);
    }

    private Meeting fixable(long meeting, Actor by) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.stamps().over() == null, "meetings.refusal.is-over");
        return m;
    }

    private long insert(long meeting, @org.jspecify.annotations.Nullable Long topic, int position, boolean first, Item.Entry e) {
        return jdbc.sql("""
                        insert into meeting_item (meeting_id, topic_id, position, first, title, reporter, minutes, attend)
                        values (:meeting, :topic, :position, :first, :title, :reporter, :minutes, cast(:attend as jsonb)) returning id""")
                .param("meeting", meeting).param("topic", topic, java.sql.Types.BIGINT).param("position", position).param("first", first).param("title", e.title().strip())
                .param("reporter", e.reporter(), java.sql.Types.VARCHAR).param("minutes", e.minutes()).param("attend", bodies.write(e.attend()))
                .query(Long.class).single();
    }

    private static void refuseUnfit(Item.Entry e) {
        List<Objection> wrong = new ArrayList<>();
        if (e.title().isBlank() || e.title().length() > 200) {
            wrong.add(Objection.of("meetings.refusal.title").at("title"));
        }
        if (e.minutes() < 1 || e.minutes() > 480) {
            wrong.add(Objection.of("meetings.refusal.minutes").at("minutes"));
        }
        if (e.reporter() != null && e.reporter().length() > 100) {
            wrong.add(Objection.of("meetings.refusal.text-long").at("reporter"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** An agenda is never longer than the meeting. */
    private static void refuseTooLong(Meeting m, int total, int asked) {
        if (total > m.minutes()) {
            throw new Refused(Objection.of("meetings.refusal.agenda-too-long", total, m.minutes(), Math.max(0, m.minutes() - total + asked)).at("minutes"));
        }
    }

    private void tell(long meeting, String what, Actor by, Instant at) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(Map.of("items", of(meeting).size())));
    }

    Item read(ResultSet row, int n) throws SQLException {
        Timestamp began = row.getTimestamp("began_at");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Item(
                row.getLong("id"), row.getLong("meeting_id"), row.getObject("topic_id", Long.class), row.getInt("position"), row.getBoolean("first"), row.getString("title"),
                row.getString("reporter"), row.getInt("minutes"), bodies.readMany(row.getString("attend")), began == null ? null : began.toInstant(),
                ended == null ? null : ended.toInstant(), row.getString("result"));
    }
}
