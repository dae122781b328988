package org.sanban.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tray of the administrators: what failed in the background and why. */
@Repository
@Transactional
public class FailedWorks {

    /** How many are open. */
    public static final String COUNT = "select count(*) from failed_work where settled_at is null";

    private static final int LONGEST_REASON = 1000;
    private static final String OPEN = "select * from failed_work where settled_at is null ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    FailedWorks(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Records that a piece of work failed; failing again adds to the open record. The first failure is published as {@link WorkFailed}.
     *
     * @param reason for a person to read; no content, no passwords; shortened to 1,000 characters
     */
    public void record(String work, @Nullable SubjectRef subject, String reason, Instant at) {
        String why = reason.isBlank() ? "?" : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        int times = jdbc.sql("""
                insert into failed_work (work, subject_kind, subject_id, reason, first_at, last_at)
                values (:work, :kind, :id, :reason, :at, :at)
                on conflict (work, subject_kind, subject_id) where settled_at is null
                do update set times = failed_work.times + 1, last_at = excluded.last_at, reason = excluded.reason
                returning times""")
                .param("work", work).param("kind", kind(subject)).param("id", id(subject))
                .param("reason", why).param("at", utc(at))
                .query(Integer.class).single();
        if (times == 1) {
            events.publishEvent(new WorkFailed(work, subject, why, at));
        }
    }

    /** The work was done after all. */
    public void done(String work, @Nullable SubjectRef subject, Instant at) {
        jdbc.sql("""
                update failed_work set settled_at = :at, settled_by = 0, settled_how = 'DONE'
                 where work = :work and subject_kind = :kind and subject_id = :id and settled_at is null""")
                .param("work", work).param("kind", kind(subject)).param("id", id(subject)).param("at", utc(at))
                .update();
    }

    /** A person settles it, without it being done. */
    public boolean settle(long id, long by, String how, Instant at) {
        return jdbc.sql("""
                update failed_work set settled_at = ?, settled_by = ?, settled_how = ? where id = ? and settled_at is null""")
                .params(utc(at), by, how, id).update() == 1;
    }

    /** What is open, the latest failure first. */
    @Transactional(readOnly = true)
    public List<FailedWork> open(int limit) {
        return jdbc.sql(OPEN + "order by last_at desc, id desc limit ?").param(limit).query(FailedWorks::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<FailedWork> one(long id) {
        return jdbc.sql(OPEN + "and id = ?").param(id).query(FailedWorks::read).optional();
    }

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql(COUNT).query(Integer.class).single();
    }

    private static String kind(@Nullable SubjectRef subject) {
        return subject == null ? "" : subject.kind();
    }

    private static long id(@Nullable SubjectRef subject) {
        return subject == null ? 0 : subject.id();
    }

    private static FailedWork read(ResultSet row, int number) throws SQLException {
        String kind = row.getString("subject_kind");
        return new FailedWork(
                row.getLong("id"),
                row.getString("work"),
                kind.isEmpty() ? null : new SubjectRef(kind, row.getLong("subject_id")),
                row.getString("reason"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
