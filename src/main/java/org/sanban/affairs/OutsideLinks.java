package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachments;
import org.sanban.files.SecrecyGate;
import org.sanban.files.Upload;
import org.sanban.links.Secret;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A body outside tells through a link without an account how far it is, with its evidence. It moves nothing: whoever holds the affair finds it on the page
 * and answers with it, whoever follows it finds it in the tray.
 */
@Service
@Transactional
public class OutsideLinks {

    private static final Duration GOOD_FOR = Duration.ofDays(30);
    private static final int MOST_FILES = 10;

    /** What the page behind the link shows. @param open it still lies with those who handle it */
    public record Asked(long link, Affair affair, long body, Instant expires, List<Feedback> told, boolean open) {}

    private final JdbcClient jdbc;
    private final AffairDesk desk;
    private final AffairRows rows;
    private final FeedbackRows feedback;
    private final Attachments attachments;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    OutsideLinks(
            JdbcClient jdbc, AffairDesk desk, AffairRows rows, FeedbackRows feedback, Attachments attachments, SecrecyGate secrecy, Handlings handlings, MessageSource messages,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.feedback = feedback;
        this.attachments = attachments;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.messages = messages;
        this.events = events;
    }

    /**
     * Makes the link of a body that takes part. Of what is sensitive nothing leaves the house by a link.
     *
     * @return the token; it stands nowhere else, and ends the one before
     */
    public String make(long id, long body, Actor by, Instant at) {
        Affair a = desk.mine(id, by, "handle");
        Refused.unless(!a.sensitive(), "affairs.refusal.link-sensitive");
        Refused.unless(Objects.equals(a.leadBody(), body) || a.supportBodies().contains(body), "affairs.refusal.takes-no-part");
        end(id, body, at);
        String token = Secret.next();
        jdbc.sql("insert into affair_link (affair_id, organization, token_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(id, body, Secret.hex(token), by.id(), Timestamp.from(at), Timestamp.from(at.plus(GOOD_FOR))).update();
        events.publishEvent(new AffairChanged(a.ref(), "affair.link-made", by.id(), at, Map.of("organization", body)));
        return token;
    }

    private void end(long id, long body, Instant at) {
        jdbc.sql("update affair_link set ended_at = ? where affair_id = ? and organization = ? and ended_at is null").params(Timestamp.from(at), id, body).update();
    }

    /** Ends a link at once. */
    public void end(long id, long body, Actor by, Instant at) {
        Affair a = desk.mine(id, by, "handle");
        end(id, body, at);
        events.publishEvent(new AffairChanged(a.ref(), "affair.link-ended", by.id(), at, Map.of("organization", body)));
    }

    /** Bodies whose link still works. */
    @Transactional(readOnly = true)
    public List<Long> linked(long id, Instant at) {
        return jdbc.sql("select organization from affair_link where affair_id = ? and ended_at is null and expires_at > ?").params(id, Timestamp.from(at)).query(Long.class).list();
    }

    /** Empty for a token that is unknown, expired or ended. */
    public Optional<Asked> asked(String token, Instant at) {
        return jdbc.sql("update affair_link set opened_at = coalesce(opened_at, :at) where token_hash = :hash and ended_at is null and expires_at > :at returning id, affair_id, organization, expires_at")
                .param("at", Timestamp.from(at)).param("hash", Secret.hex(token))
                .query((row, n) -> {
                    Affair a = rows.one(row.getLong(2));
                    long body = row.getLong(3);
                    List<Feedback> told = feedback.of(a.id()).stream().filter(f -> f.by() == 0 && Objects.equals(f.organization(), body)).toList();
                    return new Asked(row.getLong(1), a, body, row.getTimestamp(4).toInstant(), told, "handle".equals(handlings.stepOf(a.ref())));
                }).optional();
    }

    /**
     * Keeps what the body tells. The same request again keeps it once.
     *
     * @throws NotFound where the link does not work; @throws Refused beside the field, where nothing is kept
     */
    public void tell(String token, String words, @Nullable String signedBy, List<Upload> uploads, Instant at, String requestId) {
        Asked asked = asked(token, at).orElseThrow(NotFound::new);
        handlings.hold(asked.affair().ref());
        String request = "outside-" + asked.link() + "-" + requestId;
        if (feedback.byRequest(request).isPresent()) {
            return;
        }
        Affair a = rows.lock(asked.affair().id());
        Refused.unless("handle".equals(handlings.stepOf(a.ref())), "affairs.refusal.link-closed");
        List<Objection> wrong = new ArrayList<>();
        Words.said(words, "words", EntryRules.LONG, wrong);
        Words.said(Objects.requireNonNullElse(signedBy, ""), "signedBy", 60, wrong);
        if (uploads.size() > MOST_FILES) {
            wrong.add(Objection.of("affairs.refusal.link-files", MOST_FILES).at("evidence"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(a.ref(), Actor.SYSTEM, at, SecrecyGate.Field.text("words", words));
        List<Long> files = new ArrayList<>();
        for (Upload upload : uploads) {
            files.add(attachments.add(a.ref(), upload, Actor.SYSTEM, at, request + "-" + files.size()).id());
        }
        boolean leads = Objects.equals(a.leadBody(), asked.body());
        feedback.add(a.id(), new Feedback(0, Feedback.Kind.PROGRESS, a.rounds() + 1, words.strip(), null, asked.body(), Words.orNull(signedBy), leads, 0, at, files), request);
        events.publishEvent(new AffairChanged(a.ref(), "affair.told-from-outside", 0, at, Map.of("organization", asked.body(), "files", files)));
        Stream.ofNullable(a.owner()).filter(owner -> owner != 0).forEach(owner -> handlings.apply(
                a.ref(), new Act.Circulate(List.of(List.of(owner)), messages.getMessage("affairs.told.outside", new Object[] {a.title()}, Locale.SIMPLIFIED_CHINESE)), Actor.SYSTEM, at,
                UUID.randomUUID().toString()));
    }

    /** What a body outside told last and nobody answered with yet. */
    public static Optional<Feedback> waiting(List<Feedback> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()).filter(f -> f.kind() == Feedback.Kind.PROGRESS && f.by() == 0);
    }
}
