package org.sanban.meetings.replies;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Changing;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Moved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever had the notice is told of every change and confirms it: by link, by reading it in the tray, or by telephone to the meeting room. */
@Service
@Transactional
public class Confirmations {

    /** @param confirmed null while it is waited for */
    public record Line(long change, String kind, long invitee, String body, @Nullable Instant confirmed, @Nullable String how) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final Invitations invitations;
    private final Telling telling;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Confirmations(
            JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, Invitations invitations, Telling telling, Directory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.invitations = invitations;
        this.telling = telling;
        this.directory = directory;
        this.events = events;
    }

    /** Everyone who had the notice when the change was made, with whether they have confirmed. */
    @Transactional(readOnly = true)
    public List<Line> of(long meeting) {
        return jdbc.sql("""
                        select c.id, c.kind, i.id as invitee, i.name, k.confirmed_at, k.how from meeting_change c
                          join meeting_invitee i on i.meeting_id = c.meeting_id and i.told_at <= c.at
                          left join meeting_confirmation k on k.change_id = c.id and k.invitee_id = i.id
                         where c.meeting_id = ? order by c.id, i.position, i.id""").param(meeting)
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), MeetingRows.orNull(row, "confirmed_at"), row.getString(6))).list();
    }

    public List<Line> missing(long meeting) {
        return of(meeting).stream().filter(l -> l.confirmed() == null).toList();
    }

    @EventListener
    void on(Changing.Changed changed) {
        List<Invitee> told = invitations.of(changed.meeting()).stream().filter(i -> i.told() != null).toList();
        Meeting m = rows.one(changed.meeting());
        invitations.linksLive(m);
        telling.inside(m, told, "meetings.told." + changed.kind(), changed.at());
    }

    /** Who reads in the tray what was changed has confirmed it for the unit. */
    @EventListener
    void on(Moved moved) {
        if (moved.subject().kind().equals(MeetingKind.KIND) && moved.kind().equals("READ")) {
            long reader = moved.onBehalfOf() == null ? moved.actor() : moved.onBehalfOf();
            for (Invitee i : invitations.of(moved.subject().id())) {
                if (i.body().unit() != null && directory.headOf(i.body().unit()).filter(h -> h.id() == reader).isPresent()) {
                    missing(i.meeting()).stream().filter(l -> l.invitee() == i.id()).forEach(l -> write(l.change(), i.id(), "READ", moved.actor(), moved.at()));
                }
            }
        }
    }

    /** By the link of a body outside: all that was changed so far. */
    public void byLink(String secret, Instant at) {
        Invitee invitee = invitations.byLink(secret, at).orElseThrow(NotFound::new);
        missing(invitee.meeting()).stream().filter(l -> l.invitee() == invitee.id()).forEach(l -> write(l.change(), invitee.id(), "LINK", 0, at));
        events.publishEvent(MeetingChanged.of(invitee.meeting(), "meeting.change-confirmed", 0, at).with(Map.of("body", invitee.body().name())));
    }

    /** The meeting room has heard it by telephone. */
    public void byTelephone(long meeting, long invitee, Actor by, Instant at) {
        Meeting m = desk.mine(meeting, by);
        Invitee one = invitations.one(m.id(), invitee);
        List<Line> open = missing(meeting).stream().filter(l -> l.invitee() == invitee).toList();
        Refused.unless(!open.isEmpty(), "meetings.refusal.nothing-to-confirm", one.body().name());
        open.forEach(l -> write(l.change(), invitee, "TELEPHONE", by.id(), at));
        events.publishEvent(MeetingChanged.of(meeting, "meeting.change-confirmed", by.id(), at).with(Map.of("body", one.body().name())));
    }

    private void write(long change, long invitee, String how, long by, Instant at) {
        jdbc.sql("insert into meeting_confirmation (change_id, invitee_id, confirmed_at, how, by) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(change, invitee, Timestamp.from(at), how, by == 0 ? null : by).update();
    }
}
