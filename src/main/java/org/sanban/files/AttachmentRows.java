package org.sanban.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment.Copy;
import org.sanban.files.Attachment.Voided;
import org.sanban.files.Intake.Kept;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables file_content and attachment. */
@Repository
class AttachmentRows {

    private static final String SELECT =
            """
            select a.*, c.size, c.kind, c.pages, c.examined
              from attachment a join file_content c using (sha256)
            """;

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds off the sweep from this content until the transaction ends. */
    void lock(String sha256) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock_shared(hashtextextended(?, 20))) as held")
                .param(sha256).query(Integer.class).single();
    }

    /** Takes the content for the sweep, if nobody is attaching it right now and no row names it. */
    boolean lockOrphan(String sha256) {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 20))")
                .param(sha256).query(Boolean.class).single();
        return alone && !jdbc.sql("select exists (select from file_content where sha256 = ?)")
                .param(sha256).query(Boolean.class).single();
    }

    void describe(Kept kept, Instant at) {
        jdbc.sql("""
                insert into file_content (sha256, size, media_type, kind, pages, examined, stored_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(kept.sha256(), kept.size(), kept.type().mediaType(), kept.type().name(), kept.inside().pages(),
                        kept.inside().examined().name(), utc(at))
                .update();
    }

    Optional<Long> insert(SubjectRef subject, Kept kept, Copy copy, Actor by, Instant at, String requestId) {
        return jdbc.sql("""
                insert into attachment (subject_kind, subject_id, name, sha256, kind_of_copy, uploaded_by, uploaded_at, request_id)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(subject.kind(), subject.id(), kept.name(), kept.sha256(), copy.name(), by.id(), utc(at), requestId)
                .query(Long.class).optional();
    }

    boolean markVoid(long id, String reason, Actor by, Instant at) {
        return jdbc.sql("update attachment set voided_at = ?, voided_by = ?, void_reason = ? where id = ? and voided_at is null")
                .params(utc(at), by.id(), reason, id).update() == 1;
    }

    Optional<Attachment> one(long id) {
        return jdbc.sql(SELECT + "where a.id = ?").param(id).query(AttachmentRows::read).optional();
    }

    Optional<Attachment> byRequest(String requestId) {
        return jdbc.sql(SELECT + "where a.request_id = ?").param(requestId).query(AttachmentRows::read).optional();
    }

    List<Attachment> of(SubjectRef subject) {
        return jdbc.sql(SELECT + "where a.subject_kind = ? and a.subject_id = ? order by a.id")
                .params(subject.kind(), subject.id()).query(AttachmentRows::read).list();
    }

    int countOf(SubjectRef subject) {
        return jdbc.sql("select count(*) from attachment where subject_kind = ? and subject_id = ? and voided_at is null")
                .params(subject.kind(), subject.id()).query(Integer.class).single();
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size"),
                FileType.valueOf(row.getString("kind")),
                Copy.valueOf(row.getString("kind_of_copy")),
                row.getObject("pages", Integer.class),
                row.getString("examined"),
                row.getLong("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                voided(row));
    }

    private static @Nullable Voided voided(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("voided_at", OffsetDateTime.class);
        return at == null ? null : new Voided(at.toInstant(), row.getLong("voided_by"), row.getString("void_reason"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
