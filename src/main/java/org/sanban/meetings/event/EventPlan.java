package org.sanban.meetings.event;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plan of a large event: streams, and tasks that wait for each other, never in a circle. */
@Service
@Transactional
public class EventPlan {

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    EventPlan(JdbcClient jdbc, MeetingDesk desk, Directory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.directory = directory;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Task.Stream> streams(long meeting) {
        return jdbc.sql("select id, code, name, owner from event_stream where meeting_id = ? order by code").param(meeting).query(Task.Stream.class).list();
    }

    @Transactional(readOnly = true)
    public List<Task> tasks(long meeting) {
        Map<Long, List<Long>> waits = new HashMap<>();
        jdbc.sql("select d.task_id, d.depends_on from event_dependency d join event_task t on t.id = d.task_id where t.meeting_id = ? order by d.depends_on").param(meeting)
                .query(row -> {
                    waits.computeIfAbsent(row.getLong(1), x -> new ArrayList<>()).add(row.getLong(2));
                });
        return jdbc.sql("select * from event_task where meeting_id = ? order by starts_on, due_on, id").param(meeting)
                .query((row, n) -> new Task(
                        row.getLong("id"), row.getLong("stream_id"), row.getString("title"), row.getObject("owner", Long.class), row.getObject("starts_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class), row.getString("standard"), MeetingRows.orNull(row, "done_at"), row.getString("evidence"),
                        waits.getOrDefault(row.getLong("id"), List.of()), row.getInt("version"))).list();
    }

    public long stream(long meeting, String code, String name, String owner, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(!code.strip().matches("[0-9A-Za-z-]{1,20}"), "meetings.refusal.stream-code", "code");
        refuse(name.isBlank() || name.length() > 60, "meetings.refusal.title", "name");
        refuse(owner.isBlank() || owner.length() > 60, "meetings.refusal.empty", "streamOwner");
        refuse(streams(meeting).stream().anyMatch(s -> s.code().equals(code.strip())), "meetings.refusal.stream-twice", "code");
        long id = jdbc.sql("insert into event_stream (meeting_id, code, name, owner) values (?, ?, ?, ?) returning id").params(meeting, code.strip(), name.strip(), owner.strip())
                .query(Long.class).single();
        tell(meeting, "meeting.event-stream", by, at, Map.of("name", name.strip()));
        return id;
    }

    public long task(long meeting, Task.Entry e, Actor by, Instant at) {
        desk.living(meeting, by);
        List<Task> all = tasks(meeting);
        refuseUnfit(meeting, e, all, 0);
        long id = jdbc.sql("insert into event_task (meeting_id, stream_id, title, owner, starts_on, due_on, standard) values (:meeting, :stream, :title, :owner, :starts, :due, :standard) returning id")
                .param("meeting", meeting).param("stream", e.stream()).param("title", e.title().strip()).param("owner", e.owner(), java.sql.Types.BIGINT).param("starts", e.starts())
                .param("due", e.due()).param("standard", e.standard().strip()).query(Long.class).single();
        depends(id, e.dependsOn());
        tell(meeting, "meeting.event-task", by, at, Map.of("task", id));
        return id;
    }

    public void edit(long meeting, long task, Task.Entry e, Actor by, Instant at) {
        desk.living(meeting, by);
        List<Task> all = tasks(meeting);
        if (all.stream().noneMatch(t -> t.id() == task)) {
            throw new NotFound();
        }
        refuseUnfit(meeting, e, all, task);
        jdbc.sql("update event_task set stream_id = :stream, title = :title, owner = :owner, starts_on = :starts, due_on = :due, standard = :standard, version = version + 1 where id = :id")
                .param("stream", e.stream()).param("title", e.title().strip()).param("owner", e.owner(), java.sql.Types.BIGINT).param("starts", e.starts())
                .param("due", e.due()).param("standard", e.standard().strip()).param("id", task).update();
        jdbc.sql("delete from event_dependency where task_id = ?").param(task).update();
        depends(task, e.dependsOn());
        tell(meeting, "meeting.event-task", by, at, Map.of("task", task));
    }

    /** Done, with what shows it; not before what it waits for. */
    public void done(long meeting, long task, String evidence, Actor by, Instant at) {
        desk.living(meeting, by);
        List<Task> all = tasks(meeting);
        Task one = all.stream().filter(t -> t.id() == task).findFirst().orElseThrow(NotFound::new);
        refuse(evidence.isBlank() || evidence.length() > 500, "meetings.refusal.evidence", "evidence");
        all.stream().filter(t -> one.dependsOn().contains(t.id()) && t.done() == null).findFirst().ifPresent(t -> {
            throw new Refused(Objection.of("meetings.refusal.task-waits", t.title()).at("evidence"));
        });
        jdbc.sql("update event_task set done_at = ?, done_by = ?, evidence = ?, version = version + 1 where id = ? and done_at is null")
                .params(Timestamp.from(at), by.id(), evidence.strip(), task).update();
        tell(meeting, "meeting.event-task-done", by, at, Map.of("task", task));
    }

    private void depends(long task, List<Long> on) {
        on.stream().distinct().forEach(other -> jdbc.sql("insert into event_dependency (task_id, depends_on) values (?, ?)").params(task, other).update());
    }

    private void refuseUnfit(long meeting, Task.Entry e, List<Task> all, long self) {
        refuse(e.stream() == null || streams(meeting).stream().noneMatch(s -> s.id() == e.stream()), "meetings.refusal.empty", "stream");
        refuse(e.title().isBlank() || e.title().length() > 200, "meetings.refusal.title", "title");
        refuse(e.starts() == null, "meetings.refusal.empty", "startsOn");
        refuse(e.due() == null, "meetings.refusal.empty", "dueOn");
        refuse(e.due().isBefore(e.starts()), "meetings.refusal.ends-before", "dueOn");
        refuse(e.starts().getYear() < 1990 || e.due().getYear() > 2200, "meetings.refusal.year", "startsOn");
        refuse(e.standard().isBlank() || e.standard().length() > 500, "meetings.refusal.empty", "standard");
        refuse(e.owner() != null && directory.person(e.owner()).isEmpty(), "meetings.refusal.chair", "owner");
        Map<Long, Task> known = new HashMap<>();
        all.forEach(t -> known.put(t.id(), t));
        refuse(e.dependsOn().stream().anyMatch(id -> !known.containsKey(id)), "meetings.refusal.no-such-task", "dependsOn");
        circle(e.dependsOn(), known, self);
    }

    /** Follows what it would wait for; whoever comes back to it has found a circle, which is named. */
    private static void circle(List<Long> from, Map<Long, Task> known, long self) {
        if (self == 0) {
            return;
        }
        Set<Long> seen = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            long next = open.pop();
            if (next == self) {
                throw new Refused(Objection.of("meetings.refusal.circle", known.get(self).title()).at("dependsOn"));
            }
            if (seen.add(next)) {
                open.addAll(known.get(next).dependsOn());
            }
        }
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
