package org.sanban.meetings.day;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** Checks of sound, picture, power and lines: when set up, 30 and 10 minutes before (domain.md §5.2, 7). */
@Service
@Transactional
public class Equipment {

    public enum Round {
        SET_UP(null), T_30(Duration.ofMinutes(30)), T_10(Duration.ofMinutes(10));

        private final @Nullable Duration before;

        Round(@Nullable Duration before) {
            this.before = before;
        }

        /** When it is due; null when any time before will do. */
        public @Nullable Instant due(Instant starts) {
            return before == null ? null : starts.minus(before);
        }
    }

    /** The usual items, by code; their names are in the messages. */
    public static final List<String> USUAL = List.of("sound", "picture", "power", "light");

    public record Check(String item, Round round, boolean inOrder, @Nullable String note, Instant at, long by) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final ApplicationEventPublisher events;

    Equipment(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Check> of(long meeting) {
        return jdbc.sql("select item, round, in_order, note, at, by from meeting_equipment where meeting_id = ? order by at, id").param(meeting)
                .query((row, n) -> new Check(row.getString(1), Round.valueOf(row.getString(2)), row.getBoolean(3), row.getString(4), MeetingRows.instant(row, "at"), row.getLong(6))).list();
    }

    /** The items of a meeting: the usual ones, and the lines to the branch venues of a video conference. */
    public static List<String> items(Meeting m) {
        List<String> items = new ArrayList<>(USUAL);
        if (m.video()) {
            items.add("lines");
        }
        return items;
    }

    /** May this person note checks: the room staff and those who run the meeting? */
    public boolean checks(Meeting m, Actor by) {
        return by.may("ticket.handle") || desk.runs(m, by);
    }

    public void check(long meeting, String item, Round round, boolean inOrder, @Nullable String note, Actor by, Instant at) {
        Meeting m = rows.one(meeting);
        if (!checks(m, by)) {
            throw new NotFound();
        }
        Refused.unless(!m.cancelled() && m.stamps().over() == null, "meetings.refusal.is-over");
        refuse(!items(m).contains(item), "meetings.refusal.no-such-item", "item");
        refuse(note != null && note.length() > 300, "meetings.refusal.text-long", "note");
        refuse(!inOrder && (note == null || note.isBlank()), "meetings.refusal.fault", "note");
        jdbc.sql("insert into meeting_equipment (meeting_id, item, round, in_order, note, at, by) values (?, ?, ?, ?, nullif(?, ''), ?, ?)")
                .params(meeting, item, round.name(), inOrder, note == null ? "" : note.strip(), Timestamp.from(at), by.id()).update();
        events.publishEvent(MeetingChanged.of(meeting, "meeting.equipment-checked", by.id(), at).with(Map.of("item", item, "round", round.name(), "inOrder", inOrder)));
    }

    /** What was never checked, and what was found out of order last. */
    List<Objection> gaps(Meeting m) {
        Map<String, Check> last = new LinkedHashMap<>();
        of(m.id()).forEach(c -> last.put(c.item(), c));
        List<Objection> gaps = new ArrayList<>();
        for (String item : items(m)) {
            Check check = last.get(item);
            if (check == null) {
                gaps.add(Objection.of("meetings.gap.unchecked." + item).at("equipment"));
            } else if (!check.inOrder()) {
                gaps.add(Objection.of("meetings.gap.fault." + item, String.valueOf(check.note())).at("equipment"));
            }
        }
        return gaps;
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }
}
