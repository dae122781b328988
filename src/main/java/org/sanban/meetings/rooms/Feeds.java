package org.sanban.meetings.rooms;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.Meetings;
import org.sanban.links.Secret;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as a calendar that other programs read: the personal feed by its secret address, and the file of one meeting. */
@Service
@Transactional
public class Feeds {

    private static final Duration BACK = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final Actors actors;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Feeds(JdbcClient jdbc, Meetings meetings, Actors actors, Directory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.actors = actors;
        this.directory = directory;
        this.events = events;
    }

    /** Makes the address of the own feed; shown once, a new one ends the old one. */
    public String address(Actor by, Instant at) {
        String secret = Secret.next();
        jdbc.sql("""
                        insert into meeting_feed (person_id, token_hash, created_at) values (?, ?, ?)
                        on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at""")
                .params(by.id(), Secret.hash(secret), Timestamp.from(at)).update();
        events.publishEvent(new MeetingChanged(new org.sanban.audit.SubjectRef("person", by.id()), "meeting.feed-made", by.id(), at, java.util.Map.of()));
        return secret;
    }

    /** What the person may see, from two months ago on; empty where the address is not known. */
    @Transactional(readOnly = true)
    public Optional<String> read(String secret, String name, Instant at) {
        Optional<Long> person = jdbc.sql("select person_id from meeting_feed where token_hash = ?").param(Secret.hash(secret)).query(Long.class).optional();
        return person.flatMap(directory::person).filter(Directory.Entry::active).map(p -> {
            Actor actor = actors.of(p.id(), at);
            List<ICalendar.Event> all = meetings.page(new Meetings.Filter(null, null, null, at.minus(BACK), at.plus(AHEAD), null), null, MOST, actor).stream()
                    .map(line -> event(meetings.one(line.id(), actor))).toList();
            return ICalendar.write(name, "PUBLISH", all);
        });
    }

    /** One meeting as an invitation. */
    @Transactional(readOnly = true)
    public String invitation(Meeting m) {
        return ICalendar.write(m.title(), m.cancelled() ? "CANCEL" : "REQUEST", List.of(event(m)));
    }

    private ICalendar.Event event(Meeting m) {
        int sequence = meetings.changes(m.id()).size();
        Instant stamped = meetings.changes(m.id()).stream().map(Meetings.Change::at).reduce((a, b) -> b).orElse(m.created());
        return new ICalendar.Event(MeetingKind.KIND + "-" + m.id() + "@sanban", sequence, stamped, m.starts(), m.ends(), m.title(), m.place(), null, null, m.cancelled());
    }
}
