package org.sanban.files;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Intake.Kept;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of subjects (附件). Whether somebody may read or add is decided by the caller: modules know their own subjects,
 * pages and API ask {@link Doors} first. Nothing is deleted, only voided with a reason.
 */
@Component
public class Attachments {

    private static final int LONGEST_REASON = 500;

    private final Intake intake;
    private final ContentStore store;
    private final AttachmentRows rows;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Attachments(
            Intake intake,
            ContentStore store,
            AttachmentRows rows,
            SecrecyGate secrecy,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.intake = intake;
        this.store = store;
        this.rows = rows;
        this.secrecy = secrecy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds a file to a subject. The bytes are kept first, then the row is written (in the caller's transaction, if there is
     * one); a crash between the two leaves bytes without a row, which are swept after a day. The same request again returns
     * the same attachment.
     *
     * @throws Refused if it is empty, too large, not what its name says, of a type not taken, damaged, behind a password, marked
     *     as classified, or attached to this subject already
     */
    public Attachment add(SubjectRef subject, Upload upload, Actor by, Instant at, String requestId) {
        Optional<Attachment> earlier = transaction.execute(status -> earlier(subject, by, requestId));
        if (earlier != null && earlier.isPresent()) {
            return earlier.get();
        }
        Kept kept = intake.take(upload, passage -> secrecy.refuseClassified(subject, by, at, List.of(passage)));
        Attachment added = transaction.execute(status -> attach(subject, kept, upload.copy(), by, at, requestId));
        return Objects.requireNonNull(added);
    }

    private Optional<Attachment> earlier(SubjectRef subject, Actor by, String requestId) {
        Optional<Attachment> earlier = rows.byRequest(requestId);
        earlier.ifPresent(found -> Refused.unless(
                found.subject().equals(subject) && found.uploadedBy() == by.id(), "files.refusal.request-used"));
        return earlier;
    }

    private Attachment attach(
            SubjectRef subject, Kept kept, Attachment.Copy copy, Actor by, Instant at, String requestId) {
        rows.lock(kept.sha256());
        Refused.unless(store.has(kept.sha256()), "files.refusal.disk");
        rows.describe(kept, at);
        Optional<Long> id = rows.insert(subject, kept, copy, by, at, requestId);
        if (id.isEmpty()) {
            return earlier(subject, by, requestId).orElseThrow(() -> twice(subject, kept));
        }
        events.publishEvent(new AttachmentChanged(
                subject, by.id(), at, "file.added", Map.of("file", id.get(), "sha256", kept.sha256())));
        return rows.one(id.get()).orElseThrow();
    }

    private Refused twice(SubjectRef subject, Kept kept) {
        String there = rows.of(subject).stream()
                .filter(a -> a.sha256().equals(kept.sha256()) && a.voided() == null)
                .map(Attachment::name).findFirst().orElse(kept.name());
        return new Refused(Objection.of("files.refusal.twice", there).at("file"));
    }

    /** The files of a subject in the order in which they came, the voided ones too. */
    @Transactional(readOnly = true)
    public List<Attachment> of(SubjectRef subject) {
        return rows.of(subject);
    }

    /** How many files stand. */
    @Transactional(readOnly = true)
    public int countOf(SubjectRef subject) {
        return rows.countOf(subject);
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Attachment one(long id) {
        return rows.one(id).orElseThrow(NotFound::new);
    }

    /**
     * Opens the bytes; close the stream.
     *
     * @throws ContentDamaged if the bytes are missing or have another length than was stored
     */
    public InputStream open(Attachment attachment) {
        return store.open(attachment.sha256(), attachment.size());
    }

    /** Reads the bytes again and compares them with their hash. */
    public boolean verify(Attachment attachment) {
        return store.verify(attachment.sha256());
    }

    /**
     * Withdraws a file (作废); it stays readable and says who, when and why.
     *
     * @throws Refused without a reason, or if it is voided already
     */
    @Transactional
    public void void_(long id, @Nullable String reason, Actor by, Instant at) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused(Objection.of("files.refusal.reason", LONGEST_REASON).at("reason"));
        }
        Attachment attachment = one(id);
        secrecy.refuseClassified(attachment.subject(), by, at, SecrecyGate.Field.text("reason", why));
        Refused.unless(rows.markVoid(id, why, by, at), "files.refusal.voided-already");
        events.publishEvent(new AttachmentChanged(
                attachment.subject(), by.id(), at, "file.voided", Map.of("file", id, "sha256", attachment.sha256(), "reason", why)));
    }
}
