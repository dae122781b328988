package org.sanban.meetings.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.replies.Telling;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Guests of a large event: taken from a workbook, changed one by one; whoever took the list out is told what changed since. */
@Service
@Transactional
public class Guests {

    private static final TypeReference<LinkedHashMap<String, String>> CELLS = new TypeReference<>() {};

    /** @param added how many came new, {@code changed} how many cells changed of those that were there */
    public record Taken(int added, int changed) {}

    public record Change(long id, String no, String name, String field, String was, String now, Instant at, long by) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Telling telling;
    private final GuestSheet sheet;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Guests(JdbcClient jdbc, MeetingDesk desk, Telling telling, GuestSheet sheet, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.telling = telling;
        this.sheet = sheet;
        this.json = json;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public int count(long meeting) {
        return jdbc.sql("select count(*) from event_guest where meeting_id = ?").param(meeting).query(Integer.class).single();
    }

    /** In the order of their numbers. @param q part of a name, number or body; blank for all */
    @Transactional(readOnly = true)
    public List<Guest> page(long meeting, String q, String after, int limit) {
        return jdbc.sql("""
                        select id, no, cells, version from event_guest where meeting_id = :meeting and no > :after
                           and (:q = '' or no like :like or cells::text ilike :like) order by no limit :limit""")
                .param("meeting", meeting).param("after", after).param("q", q).param("like", "%" + q.replaceAll("[\\\\%_]", "") + "%").param("limit", limit)
                .query((row, n) -> new Guest(row.getLong(1), row.getString(2), json.readValue(row.getString(3), CELLS), row.getInt(4))).list();
    }

    Guest one(long meeting, long guest) {
        return jdbc.sql("select id, no, cells, version from event_guest where meeting_id = ? and id = ?").params(meeting, guest)
                .query((row, n) -> new Guest(row.getLong(1), row.getString(2), json.readValue(row.getString(3), CELLS), row.getInt(4))).optional().orElseThrow(NotFound::new);
    }

    /** Takes a workbook in, whole or not at all; guests are known by their number. */
    public Taken take(long meeting, InputStream workbook, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        List<Map<String, String>> rows = sheet.read(workbook);
        Map<String, Guest> known = new HashMap<>();
        page(meeting, "", "", Integer.MAX_VALUE).forEach(g -> known.put(g.no(), g));
        List<String> numbers = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        int changed = 0;
        for (Map<String, String> cells : rows) {
            String no = Objects.requireNonNull(cells.get("no"));
            Map<String, String> rest = new LinkedHashMap<>(cells);
            rest.remove("no");
            Guest old = known.get(no);
            if (old == null) {
                numbers.add(no);
                fresh.add(json.writeValueAsString(rest));
            } else {
                changed += write(meeting, old, rest, by, at);
            }
        }
        jdbc.sql("insert into event_guest (meeting_id, no, cells) select ?, no, cells::jsonb from unnest(?, ?) as fresh (no, cells)")
                .params(meeting, numbers.toArray(String[]::new), fresh.toArray(String[]::new)).update();
        events.publishEvent(MeetingChanged.of(meeting, "meeting.guests-taken", by.id(), at).with(Map.of("added", fresh.size(), "changed", changed)));
        if (changed > 0) {
            tellThoseBehind(m, by, at);
        }
        return new Taken(fresh.size(), changed);
    }

    /** Changes one cell of a guest. */
    public void change(long meeting, long guest, int version, String column, String value, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        Guest old = one(meeting, guest);
        if (old.version() != version) {
            throw new Stale();
        }
        if (!Guest.COLUMNS.contains(column) || column.equals("no")) {
            throw new Refused(Objection.of("meetings.refusal.empty").at("column"));
        }
        if (value.length() > 500 || value.isBlank() && Guest.REQUIRED.contains(column)) {
            throw new Refused(Objection.of(value.isBlank() ? "meetings.refusal.empty" : "meetings.refusal.text-long").at("value"));
        }
        Map<String, String> cells = new LinkedHashMap<>(old.cells());
        cells.put(column, value.strip());
        cells.values().removeIf(String::isEmpty);
        if (write(meeting, old, cells, by, at) > 0) {
            events.publishEvent(MeetingChanged.of(meeting, "meeting.guest-changed", by.id(), at).with(Map.of("no", old.no(), "field", column)));
            tellThoseBehind(m, by, at);
        }
    }

    /** Whoever took the list out finds in the tray that it is no longer true, once until it is read. */
    private void tellThoseBehind(Meeting m, Actor by, Instant at) {
        telling.persons(m, behind(m.id()).stream().filter(p -> p != by.id()).toList(), "meetings.told.guests", at);
    }

    private int write(long meeting, Guest old, Map<String, String> cells, Actor by, Instant at) {
        Set<String> fields = new HashSet<>(old.cells().keySet());
        fields.addAll(cells.keySet());
        int changed = 0;
        for (String field : fields) {
            String was = old.cells().getOrDefault(field, "");
            String now = cells.getOrDefault(field, "");
            if (!was.equals(now)) {
                jdbc.sql("insert into event_guest_change (meeting_id, guest_id, field, was, now, at, by) values (?, ?, ?, ?, ?, ?, ?)")
                        .params(meeting, old.id(), field, was, now, Timestamp.from(at), by.id()).update();
                changed++;
            }
        }
        if (changed > 0) {
            jdbc.sql("update event_guest set cells = cast(? as jsonb), version = version + 1 where id = ?").params(json.writeValueAsString(cells), old.id()).update();
        }
        return changed;
    }

    /** Writes the whole list and notes who took it out. */
    public void export(long meeting, Locale locale, OutputStream out, Actor by, Instant at) throws IOException {
        jdbc.sql("insert into event_print (meeting_id, by, at) values (?, ?, ?)").params(meeting, by.id(), Timestamp.from(at)).update();
        jdbc.sql("insert into event_change_seen (meeting_id, person_id, upto, at) values (?, ?, (select coalesce(max(id), 0) from event_guest_change where meeting_id = ?), ?)"
                        + " on conflict (meeting_id, person_id) do update set upto = excluded.upto, at = excluded.at")
                .params(meeting, by.id(), meeting, Timestamp.from(at)).update();
        sheet.write(page(meeting, "", "", Integer.MAX_VALUE), locale, out);
    }

    /** What changed since this person last took the list out or said that it was seen; empty for who never took it. */
    @Transactional(readOnly = true)
    public List<Change> unseen(long meeting, Actor by) {
        return jdbc.sql("""
                        select c.id, g.no, coalesce(g.cells ->> 'nameLocal', '') as name, c.field, c.was, c.now, c.at, c.by from event_change_seen s
                          join event_guest_change c on c.meeting_id = s.meeting_id and c.id > s.upto join event_guest g on g.id = c.guest_id
                         where s.meeting_id = ? and s.person_id = ? order by c.id desc limit 500""").params(meeting, by.id())
                .query((row, n) -> new Change(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), MeetingRows.instant(row, "at"), row.getLong(8)))
                .list();
    }

    /** How many who took the list out have not seen the latest change. */
    @Transactional(readOnly = true)
    public List<Long> behind(long meeting) {
        return jdbc.sql("select s.person_id from event_change_seen s where s.meeting_id = ? and exists (select 1 from event_guest_change c where c.meeting_id = s.meeting_id and c.id > s.upto) order by s.at")
                .param(meeting).query(Long.class).list();
    }

    public void seen(long meeting, Actor by, Instant at) {
        jdbc.sql("update event_change_seen set upto = (select coalesce(max(id), 0) from event_guest_change where meeting_id = ?), at = ? where meeting_id = ? and person_id = ?")
                .params(meeting, Timestamp.from(at), meeting, by.id()).update();
    }
}
