package org.sanban.errors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The explanation at a meeting (上会说明): planned, prepared on a fixed form (what happened, why, what is done about it), held and recorded. It
 * is about conditions and measures; the speaker is known by the part he played, e.g. 承办处室负责同志.
 */
@Service
@Transactional
public class Explaining {

    /** @param meeting in words; {@code ref} where the meeting is kept here */
    public record Explanation(
            String meeting, @Nullable SubjectRef ref, Instant plannedAt, String speakerRole, @Nullable String happened, @Nullable String why,
            @Nullable String measures, @Nullable Instant preparedAt, @Nullable Instant heldAt, @Nullable String record) {
        public boolean prepared() {
            return preparedAt != null;
        }
    }

    private static final String[] STEPS = {"verification", "explain"};

    private final JdbcClient jdbc;
    private final ErrorDesk desk;
    private final StaffNames names;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Explaining(JdbcClient jdbc, ErrorDesk desk, StaffNames names, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.names = names;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Explanation> of(long error) {
        return jdbc.sql("select * from error_explanation where error_id = ?").param(error)
                .query((row, n) -> new Explanation(
                        row.getString("meeting_words"), row.getString("meeting_kind") == null ? null : new SubjectRef(row.getString("meeting_kind"), row.getLong("meeting_id")),
                        row.getTimestamp("planned_at").toInstant(), row.getString("speaker_role"), row.getString("what_happened"), row.getString("why"),
                        row.getString("measures"), ErrorRows.instant(row, "prepared_at"), ErrorRows.instant(row, "held_at"), row.getString("record")))
                .optional();
    }

    /** Sets the meeting at which it will be explained; again to move it, as long as it was not held. */
    public void plan(long id, String meeting, @Nullable SubjectRef ref, Instant when, String speakerRole, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, STEPS);
        String words = Words.said(meeting, "meeting", 200);
        String role = Words.said(speakerRole, "speakerRole", 60);
        names.refuse(new StaffNames.Field("meeting", words), new StaffNames.Field("speakerRole", role));
        refuseHeld(id);
        jdbc.sql("""
                        insert into error_explanation (error_id, meeting_words, meeting_kind, meeting_id, planned_at, speaker_role)
                        values (:id, :words, :kind, :ref, :when, :role) on conflict (error_id) do update
                        set meeting_words = :words, meeting_kind = :kind, meeting_id = :ref, planned_at = :when, speaker_role = :role, version = error_explanation.version + 1""")
                .param("id", id).param("words", words).param("kind", ref == null ? null : ref.kind(), java.sql.Types.VARCHAR)
                .param("ref", ref == null ? null : ref.id(), java.sql.Types.BIGINT).param("when", Timestamp.from(when)).param("role", role).update();
        tell(error, "error.explanation-planned", by, at);
    }

    /** Fills the fixed form in; each of the three is asked for. */
    public void prepare(long id, String happened, String why, String measures, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, STEPS);
        Refused.unless(of(id).isPresent(), "errors.refusal.not-planned");
        refuseHeld(id);
        String[] said = {Words.said(happened, "happened", 2_000), Words.said(why, "why", 2_000), Words.said(measures, "measures", 2_000)};
        names.refuse(new StaffNames.Field("happened", said[0]), new StaffNames.Field("why", said[1]), new StaffNames.Field("measures", said[2]));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("happened", said[0]), SecrecyGate.Field.text("why", said[1]),
                SecrecyGate.Field.text("measures", said[2]));
        jdbc.sql("update error_explanation set what_happened = ?, why = ?, measures = ?, prepared_at = ?, version = version + 1 where error_id = ?")
                .params(said[0], said[1], said[2], Timestamp.from(at), id).update();
        tell(error, "error.explanation-prepared", by, at);
    }

    /** Records that it was held, and what was said to it. */
    public void held(long id, String record, @Nullable Instant heldAt, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, STEPS);
        Explanation known = of(id).orElseThrow(() -> new Refused(Objection.of("errors.refusal.not-planned")));
        Refused.unless(known.prepared(), "errors.refusal.not-prepared");
        refuseHeld(id);
        String said = Words.said(record, "record", 4_000);
        names.refuse(new StaffNames.Field("record", said));
        Instant when = Objects.requireNonNullElse(heldAt, at);
        if (when.isAfter(at)) {
            throw new Refused(Objection.of("errors.refusal.found-later").at("heldAt"));
        }
        jdbc.sql("update error_explanation set record = ?, held_at = ?, version = version + 1 where error_id = ?").params(said, Timestamp.from(when), id).update();
        tell(error, "error.explanation-held", by, at);
    }

    private void refuseHeld(long id) {
        Refused.unless(of(id).filter(e -> e.heldAt() != null).isEmpty(), "errors.refusal.held-already");
    }

    private void tell(ErrorRecord error, String what, Actor by, Instant at) {
        events.publishEvent(new ErrorChanged(error.ref(), what, by.id(), at, Map.of()));
    }
}
