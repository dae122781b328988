package org.sanban.collation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison.Source;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.files.SecrecyGate;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares proofs with what they have to say, keeps what was found, and takes the confirmations of two persons. One way for every use. */
@Service
public class Comparisons {

    private static final int LONGEST_REASON = 500;
    /** More differences than these are no proof but another text. */
    private static final int MOST = 1_000;

    private final List<Collated> collated;
    private final ComparisonRows rows;
    private final ProofReader reader;
    private final ProofFiles files;
    private final Attachments attachments;
    private final Doors doors;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Comparisons(
            List<Collated> collated, ComparisonRows rows, ProofReader reader, ProofFiles files, Attachments attachments, Doors doors, SecrecyGate secrecy,
            ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.collated = collated;
        this.rows = rows;
        this.reader = reader;
        this.files = files;
        this.attachments = attachments;
        this.doors = doors;
        this.secrecy = secrecy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Compares a proof that somebody hands in, and keeps its file. The same request again returns the same comparison.
     *
     * @throws NotFound unless {@code by} sees the subject, and something of it is compared for that purpose
     * @throws Refused unless {@code by} may compare it now; if there is no text yet, the file cannot be read or is that of another paper
     */
    public Comparison compare(SubjectRef subject, String purpose, Upload proof, Actor by, Instant at, String requestId) {
        Collated what = mine(subject, purpose, by);
        Optional<Comparison> before = earlier(subject, purpose, requestId);
        if (before.isPresent()) {
            return before.get();
        }
        return files.copied(proof.content(), copy -> {
            ProofText text = reader.read(copy);
            Collated.Standing standing = standing(what, subject);
            Collation collation = collation(standing, text);
            long id = in(rows::next);
            Attachment kept = attach(id, proof.name(), copy, by, at, requestId);
            Kept as = new Kept(id, Source.UPLOADED, kept.name(), kept.id(), kept.sha256(), text.pages());
            return in(() -> keep(subject, purpose, standing, collation, as, by, at, requestId));
        });
    }

    /** A file that the house made. */
    public record Made(String name, byte[] content) {}

    /**
     * Compares a file that the house made itself, and keeps it as {@link #compare} does. For modules; the rights are theirs.
     *
     * @param making is not asked where the request was answered before
     * @throws Refused as {@link #compare} does
     */
    public Comparison compareMade(SubjectRef subject, String purpose, Supplier<Made> making, Actor by, Instant at, String requestId) {
        Optional<Comparison> before = earlier(subject, purpose, requestId);
        if (before.isPresent()) {
            return before.get();
        }
        Made made = making.get();
        return files.copied(new ByteArrayInputStream(made.content()), copy -> {
            ProofText text = reader.readAsWritten(copy);
            Collated.Standing standing = standing(of(subject, purpose), subject);
            Collation collation = collation(standing, text);
            long id = in(rows::next);
            Attachment kept = attach(id, made.name(), copy, by, at, requestId);
            Kept as = new Kept(id, Source.RENDERED, made.name(), kept.id(), kept.sha256(), text.pages());
            return in(() -> keep(subject, purpose, standing, collation, as, by, at, requestId));
        });
    }

    /** Compares a file that the subject has already. Refused as above; {@link NotFound} unless it is one of {@link Collated#files}. */
    public Comparison compareKept(SubjectRef subject, String purpose, long file, Actor by, Instant at, String requestId) {
        Collated what = mine(subject, purpose, by);
        if (!in(() -> what.files(subject.id())).containsKey(file)) {
            throw new NotFound();
        }
        Attachment kept = attachments.one(file);
        return compare(subject, purpose, Source.UPLOADED, kept.name(), kept, files.read(kept), by, at, requestId);
    }

    /** Files that {@link #compareKept} takes. */
    @Transactional(readOnly = true)
    public Map<Long, String> kept(SubjectRef subject, String purpose) {
        return of(subject, purpose).files(subject.id());
    }

    private Attachment attach(long id, String name, Path copy, Actor by, Instant at, String requestId) {
        try (InputStream content = Files.newInputStream(copy)) {
            Upload proof = new Upload(name, content, Attachment.Copy.RESULT);
            return attachments.add(new SubjectRef(CollationDoor.KIND, id), proof, by, at, requestId + ".proof");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares what the house itself made or already has: a rendering, the text layer of a scan, a list. For modules; the rights are theirs.
     *
     * @param name by which a person knows it
     * @param file where it is a kept file
     * @throws Refused as above
     */
    public Comparison compare(
            SubjectRef subject, String purpose, Source source, String name, @Nullable Attachment file, ProofText text, Actor by, Instant at,
            String requestId) {
        Optional<Comparison> before = earlier(subject, purpose, requestId);
        if (before.isPresent()) {
            return before.get();
        }
        Collated.Standing standing = standing(of(subject, purpose), subject);
        Collation collation = collation(standing, text);
        String sha256 = file == null ? Reference.text(text.text()).sha256() : file.sha256();
        return in(() -> keep(
                subject, purpose, standing, collation, new Kept(rows.next(), source, name, file == null ? null : file.id(), sha256, text.pages()), by, at,
                requestId));
    }

    /**
     * Writes down that a difference stands (确认). Two persons are needed for one.
     *
     * @throws Refused without a reason, twice by the same person, or unless the proof is the latest of the text as it stands
     */
    @Transactional
    public void confirm(SubjectRef subject, String purpose, long difference, @Nullable String reason, Actor by, Instant at) {
        mine(subject, purpose, by);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused(Objection.of("collation.refusal.reason", LONGEST_REASON).at("reason"));
        }
        secrecy.refuseClassified(subject, by, at, SecrecyGate.Field.text("reason", why));
        rows.lock(subject, purpose);
        List<Comparison> all = rows.of(subject, purpose, standingHash(subject, purpose));
        Comparison one = all.stream().filter(c -> c.differences().stream().anyMatch(d -> d.id() == difference)).findFirst().orElseThrow(NotFound::new);
        Refused.unless(one.current(), "collation.refusal.older-proof");
        Refused.unless(rows.confirm(one, difference, why, by.id(), at), "collation.refusal.confirmed-already");
        events.publishEvent(new ProofCompared(
                subject, "collation.confirmed", by.id(), at, Map.of("comparison", one.id(), "difference", difference, "reason", why), purpose, one.id(), List.of()));
    }

    /** All comparisons, the latest first. @throws NotFound unless {@code by} sees the subject, and something of it is compared for that purpose */
    @Transactional(readOnly = true)
    public List<Comparison> of(SubjectRef subject, String purpose, Actor by) {
        doors.forReading(subject, by);
        of(subject, purpose);
        return rows.of(subject, purpose, standingHash(subject, purpose));
    }

    /** Whether {@code by} may bring a proof or confirm now. */
    @Transactional(readOnly = true)
    public boolean mayCompare(SubjectRef subject, String purpose, Actor by) {
        return of(subject, purpose).mayCompare(subject.id(), by);
    }

    /**
     * What stands against going on: a proof from outside of an older text, differences that are open in the latest of any kind. For gates, within
     * their transaction.
     *
     * @param required there has to be a proof of the text as it stands
     */
    @Transactional
    public List<Objection> objections(SubjectRef subject, String purpose, boolean required) {
        rows.lock(subject, purpose);
        List<Comparison> all = rows.of(subject, purpose, standingHash(subject, purpose));
        List<Objection> objections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Comparison latest : all.stream().filter(c -> seen.add(c.series())).toList()) {
            if (latest.current() && latest.open() > 0) {
                objections.add(Objection.of("collation.refusal.open", latest.open(), latest.name()).at("collation"));
            } else if (!latest.current() && latest.source() != Source.RENDERED) {
                objections.add(Objection.of("collation.refusal.older-text", latest.name()).at("collation"));
            }
        }
        if (required && objections.isEmpty() && all.stream().noneMatch(Comparison::current)) {
            objections.add(Objection.of("collation.refusal.no-proof").at("collation"));
        }
        return objections;
    }

    private Collated of(SubjectRef subject, String purpose) {
        return collated.stream().filter(c -> c.kind().equals(subject.kind()) && c.purpose().equals(purpose)).findFirst().orElseThrow(NotFound::new);
    }

    private Collated mine(SubjectRef subject, String purpose, Actor by) {
        doors.forReading(subject, by);
        Collated what = of(subject, purpose);
        Refused.unless(Boolean.TRUE.equals(in(() -> what.mayCompare(subject.id(), by))), "collation.refusal.not-yours");
        return what;
    }

    private Collated.Standing standing(Collated what, SubjectRef subject) {
        return in(() -> what.standing(subject.id()));
    }

    private String standingHash(SubjectRef subject, String purpose) {
        try {
            return of(subject, purpose).standing(subject.id()).reference().sha256();
        } catch (Refused none) {
            return "";
        }
    }

    private static Collation collation(Collated.Standing standing, ProofText text) {
        Collation collation = Collation.of(standing.reference(), text);
        if (!collation.sameText() || collation.discrepancies().size() > MOST) {
            int share = collation.characters() == 0 ? 0 : 100 * collation.common() / collation.characters();
            throw new Refused(Objection.of("collation.refusal.other-text", share, collation.discrepancies().size()).at("file"));
        }
        return collation;
    }

    private record Kept(long id, Source source, String name, @Nullable Long file, String sha256, int pages) {}

    private Comparison keep(
            SubjectRef subject, String purpose, Collated.Standing standing, Collation collation, Kept kept, Actor by, Instant at, String requestId) {
        rows.lock(subject, purpose);
        Optional<Comparison> before = earlier(subject, purpose, requestId);
        if (before.isPresent()) {
            return before.get();
        }
        List<Discrepancy> found = collation.discrepancies();
        rows.add(
                new Comparison(
                        kept.id(), subject, purpose, standing.reference().sha256(), standing.label(), collation.characters(), kept.source(), kept.name(),
                        kept.file(), kept.sha256(), kept.pages(), true, by.id(), at, List.of()),
                found.size(), requestId);
        for (int n = 0; n < found.size(); n++) {
            rows.add(kept.id(), n + 1, found.get(n), sameness(found.get(n)));
        }
        events.publishEvent(new ProofCompared(
                subject, "collation.compared", by.id(), at,
                Map.of("comparison", kept.id(), "proof", kept.name(), "sha256", kept.sha256(), "text", standing.label(), "found", found.size()), purpose,
                kept.id(), found));
        return rows.of(subject, purpose, standing.reference().sha256()).getFirst();
    }

    private static String sameness(Discrepancy d) {
        return Reference.text(d.sameness()).sha256();
    }

    private Optional<Comparison> earlier(SubjectRef subject, String purpose, String requestId) {
        return in(() -> {
            Optional<Long> id = rows.byRequest(requestId);
            Refused.unless(id.isEmpty() || rows.subjectOf(id.get()).equals(Optional.of(subject)), "collation.refusal.request-used");
            return id.flatMap(known -> rows.of(subject, purpose, standingHash(subject, purpose)).stream().filter(c -> c.id() == known).findFirst());
        });
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
