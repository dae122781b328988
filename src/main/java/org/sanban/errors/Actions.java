package org.sanban.errors;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Moved;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrective and preventive actions (整改措施). Given to a person, an action is a task in that person's tray (交办) whose report is its evidence;
 * without one, whoever leads the correction writes down what was done.
 */
@Service
@Transactional
public class Actions {

    public enum Nature {
        CORRECTIVE,
        PREVENTIVE
    }

    /** @param task in a tray, or null; {@code done} null while it is open */
    public record Action(
            long id, Nature nature, String what, long unit, LocalDate due, @Nullable Long task, @Nullable Instant done, @Nullable String evidence,
            @Nullable Instant dropped, @Nullable String dropReason) {
        public boolean open() {
            return done == null && dropped == null;
        }
    }

    private final JdbcClient jdbc;
    private final ErrorRows rows;
    private final ErrorDesk desk;
    private final StaffNames names;
    private final SecrecyGate secrecy;
    private final Directory directory;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final LocalTime dayEnds;

    Actions(
            JdbcClient jdbc, ErrorRows rows, ErrorDesk desk, StaffNames names, SecrecyGate secrecy, Directory directory, Handlings handlings,
            ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone, @Value("${sanban.errors.day-ends:17:30}") LocalTime dayEnds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.desk = desk;
        this.names = names;
        this.secrecy = secrecy;
        this.directory = directory;
        this.handlings = handlings;
        this.events = events;
        this.zone = zone;
        this.dayEnds = dayEnds;
    }

    @Transactional(readOnly = true)
    public List<Action> of(long error) {
        return jdbc.sql("select * from error_action where error_id = ? order by id").param(error).query(Actions::read).list();
    }

    /**
     * Agrees on an action.
     *
     * @param owner who does it: it lies in that person's tray; null where the holder of the step sees to it
     * @return its id; the same action again answers the one there is
     */
    public long agree(long id, Nature nature, String what, long unit, LocalDate due, @Nullable Long owner, Actor by, Instant at, String requestId) {
        ErrorRecord error = desk.mine(id, by, "cause", "correct");
        String said = Words.said(what, "what", 500);
        names.refuse(new StaffNames.Field("what", said));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("what", said));
        if (directory.unit(unit).isEmpty()) {
            throw new Refused(Objection.of("errors.refusal.unit").at("actionUnit"));
        }
        for (Action known : of(id)) {
            if (known.open() && known.what().equals(said) && known.unit() == unit) {
                return known.id();
            }
        }
        long action = jdbc.sql("insert into error_action (error_id, nature, what, unit, due_on, made_at) values (?, ?, ?, ?, ?, ?) returning id")
                .params(id, nature.name(), said, unit, Date.valueOf(due), Timestamp.from(at)).query(Long.class).single();
        if (owner != null) {
            hand(error, action, said, due, owner, by, at, requestId);
        }
        tell(error, "error.action-agreed", by, at, Map.of("action", action));
        return action;
    }

    private void hand(ErrorRecord error, long action, String what, LocalDate due, long owner, Actor by, Instant at, String requestId) {
        long task = desk.task(error.id(), by, "correct");
        Instant until = due.atTime(dayEnds).atZone(zone).toInstant();
        handlings.apply(error.ref(), new Act.HandDown(task, owner, what, until.isAfter(at) ? until : null), by, at, requestId);
        jdbc.sql("""
                        update error_action set task_id = (select max(t.id) from task t join handling h on h.id = t.handling_id
                         where h.subject_kind = 'error' and h.subject_id = :error and t.kind = 'ERRAND' and t.holder_id = :owner and t.state = 'OPEN') where id = :action""")
                .param("error", error.id()).param("owner", owner).param("action", action).update();
    }

    /** Writes down that it was done, with the evidence. */
    public void done(long id, long action, String evidence, @Nullable Instant doneAt, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, "cause", "correct", "verification");
        Action known = one(id, action);
        Refused.unless(known.open(), "errors.refusal.action-ended");
        Refused.unless(known.task() == null, "errors.refusal.action-in-a-tray");
        String said = Words.said(evidence, "evidence", 1_000);
        names.refuse(new StaffNames.Field("evidence", said));
        Instant when = Objects.requireNonNullElse(doneAt, at);
        if (when.isAfter(at)) {
            throw new Refused(Objection.of("errors.refusal.found-later").at("doneOn"));
        }
        finish(action, said, when);
        tell(error, "error.action-done", by, at, Map.of("action", action));
    }

    /** Gives an action up, with the reason; it stays on record. */
    public void drop(long id, long action, String reason, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, "cause", "correct");
        Action known = one(id, action);
        Refused.unless(known.open(), "errors.refusal.action-ended");
        Refused.unless(known.task() == null, "errors.refusal.action-in-a-tray");
        jdbc.sql("update error_action set dropped_at = ?, drop_reason = ? where id = ?").params(Timestamp.from(at), Words.said(reason, "reason", 500), action).update();
        tell(error, "error.action-dropped", by, at, Map.of("action", action));
    }

    /** The report on an errand is the evidence of its action; an errand taken back is one that nobody has any more. */
    void follow(Moved moved) {
        if (moved.kind().equals("REPORT") || moved.kind().equals("RECALL")) {
            List<Action> open = of(moved.subject().id()).stream().filter(a -> a.open() && a.task() != null).toList();
            for (Action action : open) {
                String state = jdbc.sql("select state from task where id = ?").param(action.task()).query(String.class).optional().orElse("");
                if (state.equals("DONE")) {
                    finish(action.id(), Objects.requireNonNullElse(moved.opinion(), ""), moved.at());
                } else if (state.equals("DROPPED")) {
                    jdbc.sql("update error_action set task_id = null where id = ?").param(action.id()).update();
                }
            }
        }
    }

    private void finish(long action, String evidence, Instant at) {
        jdbc.sql("update error_action set done_at = ?, evidence = ? where id = ?").params(Timestamp.from(at), evidence, action).update();
    }

    private Action one(long error, long action) {
        return of(error).stream().filter(a -> a.id() == action).findFirst().orElseThrow(NotFound::new);
    }

    private void tell(ErrorRecord error, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new ErrorChanged(error.ref(), what, by.id(), at, detail));
    }

    private static Action read(ResultSet row, int n) throws SQLException {
        return new Action(
                row.getLong("id"), Nature.valueOf(row.getString("nature")), row.getString("what"), row.getLong("unit"), row.getDate("due_on").toLocalDate(),
                row.getObject("task_id", Long.class), ErrorRows.instant(row, "done_at"), row.getString("evidence"), ErrorRows.instant(row, "dropped_at"),
                row.getString("drop_reason"));
    }
}
