package org.sanban.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sanban.audit.SubjectRef;
import org.sanban.jobs.FailedWorks;
import org.sanban.jobs.Retryable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails that wait in the table of notices. Each is taken by one node, tried with growing pauses, and at last given up loudly. */
@Repository
@Transactional
class MailQueue implements Retryable {

    /** A mail that is due, taken for this attempt. */
    record Due(Notice notice, String address, Locale locale, int attempt) {}

    private static final String WORK = "notices.mail.one";
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final FailedWorks failed;
    private final List<Duration> pauses;

    MailQueue(JdbcClient jdbc, Notices notices, FailedWorks failed, NoticesSettings settings) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.failed = failed;
        this.pauses = settings.pauses();
    }

    /** Takes the mail that is due longest. Until it is settled, its next attempt is already set: a crash costs one pause. */
    Optional<Due> take(Instant at) {
        return jdbc.sql("""
                update notice n set mail_attempts = n.mail_attempts + 1,
                       mail_next_at = :at + (cast(:pauses as bigint[]))[least(n.mail_attempts + 1, :last)] * interval '1 second'
                  from notice_setting s
                 where s.person_id = n.person_id and n.id = (
                       select id from notice where mail_state = 'PENDING' and mail_next_at <= :at
                        order by mail_next_at, id limit 1 for update skip locked)
                returning n.*, s.mail, s.locale, """ + Notices.ABOVE)
                .param("at", Notices.utc(at)).param("last", pauses.size())
                .param("pauses", pauses.stream().map(Duration::toSeconds).toArray(Long[]::new))
                .query(this::due).optional();
    }

    void sent(Due due, Instant at) {
        jdbc.sql("update notice set mail_state = 'SENT', mail_next_at = null, mail_error = null where id = ?")
                .param(due.notice().id()).update();
        failed.done(WORK, piece(due), at);
    }

    /** Keeps the mail for its next attempt; after the last it stands before the administrators. */
    void notSent(Due due, String reason, Instant at) {
        boolean last = due.attempt() > pauses.size();
        jdbc.sql("update notice set mail_error = ?, mail_state = case when ? then 'FAILED' else mail_state end where id = ?")
                .params(reason.substring(0, Math.min(reason.length(), LONGEST_ERROR)), last, due.notice().id()).update();
        if (last) {
            failed.record(WORK, piece(due), reason, at);
        }
    }

    @Override
    public String work() {
        return WORK;
    }

    @Override
    public void again(SubjectRef piece, Instant at) {
        jdbc.sql("update notice set mail_state = 'PENDING', mail_attempts = 0, mail_next_at = ? where id = ? and mail_state = 'FAILED'")
                .params(Notices.utc(at), piece.id()).update();
    }

    private static SubjectRef piece(Due due) {
        return new SubjectRef("notice", due.notice().id());
    }

    private Due due(ResultSet row, int number) throws SQLException {
        return new Due(notices.read(row, number), row.getString("mail"),
                Locale.forLanguageTag(row.getString("locale")), row.getInt("mail_attempts"));
    }
}
