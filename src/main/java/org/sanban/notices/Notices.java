package org.sanban.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sanban.audit.SubjectRef;
import org.sanban.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people are told. Written in the transaction of the act; mails leave later, by {@link MailJob}. */
@Repository
@Transactional
public class Notices {

    /** Is what the notice {@code n} is about above its reader's clearance? Asked when it is read, for both may change. */
    static final String ABOVE = """
            exists (select 1 from handling h join person p on p.id = n.person_id
                     where h.subject_kind = n.subject_kind and h.subject_id = n.subject_id and h.confidentiality >
                           case p.clearance when 'WORK_SENSITIVE' then 2 when 'INTERNAL' then 1 else 0 end) as above
            """;

    private final JdbcClient jdbc;
    private final Wire wire;
    private final JsonMapper json;
    private final MailDoor mail;

    Notices(JdbcClient jdbc, Wire wire, JsonMapper json, MailDoor mail) {
        this.jdbc = jdbc;
        this.wire = wire;
        this.json = json;
        this.mail = mail;
    }

    /**
     * Tells each of {@code persons} once, by one statement. A mail becomes due where the house sends mails, the person has an
     * address and wants this kind mailed.
     *
     * @param what a stable word with a sentence {@code notices.what.<what>}
     * @param args {@code title}, {@code who}, {@code due} (ISO instant), {@code reason}, {@code note} (a number, a place): {0} to {4} of the
     *     sentence, all may be missing
     */
    public void tell(Collection<Long> persons, SubjectRef subject, String what, Map<String, ?> args, Instant at) {
        if (persons.isEmpty()) {
            return;
        }
        wire.later("""
                insert into notice (person_id, subject_kind, subject_id, what, args, at, mail_state, mail_next_at)
                select told.id, ?, ?, ?, cast(? as jsonb), ?,
                       case when wanted then 'PENDING' else 'NONE' end, case when wanted then cast(? as timestamptz) end
                  from (select distinct unnest(cast(? as bigint[])) as id) told
                  left join notice_setting s on s.person_id = told.id
                 cross join lateral (select ? and s.mail is not null and ? = any (s.kinds) as wanted) w""",
                subject.kind(), subject.id(), what, json.writeValueAsString(args), utc(at), utc(at),
                persons.toArray(Long[]::new), mail.open(), what);
    }

    @Transactional(readOnly = true)
    public int unread(long person) {
        return jdbc.sql("select count(*) from notice where person_id = ? and read_at is null")
                .param(person).query(Integer.class).single();
    }

    /** The newest first, older than the notice {@code before}; {@link Long#MAX_VALUE} for the first page. */
    @Transactional(readOnly = true)
    public List<Notice> of(long person, boolean unreadOnly, long before, int limit) {
        return jdbc.sql("""
                select n.*, """ + ABOVE + """
                 from notice n where person_id = :person and id < :before and (not :unread or read_at is null)
                 order by id desc limit :limit""")
                .param("person", person).param("before", before).param("unread", unreadOnly).param("limit", limit)
                .query(this::read).list();
    }

    /** Marks one notice as read; nothing happens if it is somebody else's. */
    public void markRead(long person, long id, Instant at) {
        jdbc.sql("update notice set read_at = ? where person_id = ? and id = ? and read_at is null")
                .params(utc(at), person, id).update();
    }

    /** Marks everything up to {@code upTo}, which the person has seen, as read. */
    public void markReadUpTo(long person, long upTo, Instant at) {
        jdbc.sql("update notice set read_at = ? where person_id = ? and id <= ? and read_at is null")
                .params(utc(at), person, upTo).update();
    }

    Notice read(ResultSet row, int number) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                row.getLong("id"),
                row.getLong("person_id"),
                new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getString("what"),
                args(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private Map<String, Object> args(ResultSet row) throws SQLException {
        Map<String, Object> args = json.readValue(row.getString("args"), new TypeReference<Map<String, Object>>() {});
        if (row.getBoolean("above")) {
            args.put("title", args.getOrDefault("note", "…"));
            args.remove("reason");
        }
        return args;
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
