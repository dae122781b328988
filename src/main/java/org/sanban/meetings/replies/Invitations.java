package org.sanban.meetings.replies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.links.Secret;
import org.sanban.meetings.Body;
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

/** Who is invited, and the notice (会议通知): sent to each body once, with a day until which replies are taken. */
@Service
@Transactional
public class Invitations {

    /** A link for a body outside works until this long after the meeting. */
    private static final Duration LINK_LIVES = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final Telling telling;
    private final ApplicationEventPublisher events;

    Invitations(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, Telling telling, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.telling = telling;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Invitee> of(long meeting) {
        return jdbc.sql("select * from meeting_invitee where meeting_id = ? order by position, id").param(meeting).query(Invitations::read).list();
    }

    /** Puts bodies on the list; those that stand on it stay as they are. */
    public void invite(long meeting, List<Body> bodies, Invitee.Kind kind, @Nullable String level, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(bodies.isEmpty() || bodies.size() > 500, "meetings.refusal.pick-bodies", "bodies");
        refuse(level != null && level.length() > 100, "meetings.refusal.text-long", "level");
        int position = jdbc.sql("select coalesce(max(position), 0) from meeting_invitee where meeting_id = ?").param(meeting).query(Integer.class).single();
        for (Body body : bodies) {
            position += jdbc.sql("""
                            insert into meeting_invitee (meeting_id, name, organization, unit, kind, level, position) values (:meeting, :name, :organization, :unit, :kind, :level, :position)
                            on conflict (meeting_id, name) do nothing""")
                    .param("meeting", meeting).param("name", body.name()).param("organization", body.organization(), java.sql.Types.BIGINT)
                    .param("unit", body.unit(), java.sql.Types.BIGINT).param("kind", kind.name()).param("level", level, java.sql.Types.VARCHAR).param("position", position + 1).update();
        }
        tell(meeting, "meeting.invited", by, at, Map.of("bodies", bodies.size()));
    }

    /** Takes one off that has not had the notice. */
    public void drop(long meeting, long invitee, Actor by, Instant at) {
        desk.living(meeting, by);
        Invitee one = one(meeting, invitee);
        Refused.unless(one.told() == null, "meetings.refusal.told-already", one.body().name());
        jdbc.sql("delete from meeting_invitee where id = ?").param(invitee).update();
        tell(meeting, "meeting.uninvited", by, at, Map.of("body", one.body().name()));
    }

    /**
     * Sends the notice to every body on the list that has not had it.
     *
     * @param replyBy replies are taken until then
     * @param how the way it went out, e.g. by the exchange system and by telephone
     */
    public int send(long meeting, Instant replyBy, String how, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        Refused.unless(m.stamps().approved() != null, "meetings.refusal.not-approved");
        refuse(!replyBy.isAfter(at), "meetings.refusal.in-the-past", "replyBy");
        refuse(replyBy.isAfter(m.starts()), "meetings.refusal.reply-after-start", "replyBy");
        refuse(how.isBlank() || how.length() > 60, "meetings.refusal.how", "how");
        List<Invitee> untold = of(meeting).stream().filter(i -> i.told() == null).toList();
        refuse(untold.isEmpty() && m.stamps().noticed() == null, "meetings.gap.invited", "bodies");
        jdbc.sql("update meeting_invitee set told_at = ?, told_how = ? where meeting_id = ? and told_at is null").params(Timestamp.from(at), how.strip(), meeting).update();
        rows.stamp(meeting, m.stamps().noticed() == null ? Map.of("reply_by", replyBy, "noticed_at", at) : Map.of("reply_by", replyBy));
        telling.inside(m, untold, "meetings.told.notice", at);
        tell(meeting, "meeting.noticed", by, at, Map.of("bodies", untold.size()));
        return untold.size();
    }

    /** Makes the link with which a body replies without an account. It is shown once; a new one ends the old one. */
    public String link(long meeting, long invitee, Actor by, Instant at) {
        Meeting m = desk.mine(meeting, by);
        Invitee one = one(meeting, invitee);
        Refused.unless(one.told() != null, "meetings.refusal.not-told", one.body().name());
        String secret = Secret.next();
        jdbc.sql("update meeting_invitee set link_hash = ?, link_until = ? where id = ?").params(Secret.hash(secret), Timestamp.from(m.ends().plus(LINK_LIVES)), invitee).update();
        tell(meeting, "meeting.link-made", by, at, Map.of("body", one.body().name()));
        return secret;
    }

    /** A meeting that is put off takes its links along: the change, too, is confirmed by them. */
    void linksLive(Meeting m) {
        jdbc.sql("update meeting_invitee set link_until = greatest(link_until, ?) where meeting_id = ? and link_hash is not null")
                .params(Timestamp.from(m.ends().plus(LINK_LIVES)), m.id()).update();
    }

    /** Ends a link at once. */
    public void unlink(long meeting, long invitee, Actor by, Instant at) {
        desk.mine(meeting, by);
        Invitee one = one(meeting, invitee);
        jdbc.sql("update meeting_invitee set link_hash = null, link_until = null where id = ?").param(invitee).update();
        tell(meeting, "meeting.link-ended", by, at, Map.of("body", one.body().name()));
    }

    /** Whose link this is, while it works. Nothing else is told to who does not have one. */
    public java.util.Optional<Invitee> byLink(String secret, Instant at) {
        if (secret.length() < 40 || secret.length() > 60) {
            return java.util.Optional.empty();
        }
        return jdbc.sql("update meeting_invitee set opened_at = coalesce(opened_at, :at) where link_hash = :hash and link_until > :at returning *")
                .param("at", Timestamp.from(at)).param("hash", Secret.hash(secret)).query(Invitations::read).optional();
    }

    @Transactional(readOnly = true)
    public Invitee one(long meeting, long invitee) {
        return of(meeting).stream().filter(i -> i.id() == invitee).findFirst().orElseThrow(NotFound::new);
    }

    static Invitee read(ResultSet row, int n) throws SQLException {
        return new Invitee(
                row.getLong("id"), row.getLong("meeting_id"), new Body(row.getString("name"), row.getObject("organization", Long.class), row.getObject("unit", Long.class)),
                Invitee.Kind.valueOf(row.getString("kind")), row.getString("level"), row.getString("contact"), row.getString("phone"), row.getInt("position"),
                MeetingRows.orNull(row, "told_at"), row.getString("told_how"), MeetingRows.orNull(row, "opened_at"), MeetingRows.orNull(row, "replied_at"),
                MeetingRows.orNull(row, "link_until"));
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private void tell(long meeting, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(detail));
    }
}
