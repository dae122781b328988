package org.sanban.affairs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.SecrecyGate;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who handle an affair tell: progress on the way, and feedback with its evidence that goes to the review (反馈). */
@Service
@Transactional
public class AffairReporting {

    /**
     * @param from body outside for which it is written down, or null for the own unit
     * @param signedBy who signed it there, e.g. the head of the body
     * @param files ids of files that stand on the affair already
     */
    public record Told(String words, @Nullable Long from, @Nullable String signedBy, List<Long> files) {}

    private final AffairDesk desk;
    private final AffairRows rows;
    private final FeedbackRows feedback;
    private final Attachments attachments;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    AffairReporting(
            AffairDesk desk, AffairRows rows, FeedbackRows feedback, Attachments attachments, SecrecyGate secrecy, Handlings handlings,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.rows = rows;
        this.feedback = feedback;
        this.attachments = attachments;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
    }

    /** Writes down how far it is; moves nothing. */
    public void progress(long id, Told told, Actor by, Instant at, String requestId) {
        if (feedback.byRequest(requestId).isPresent()) {
            return;
        }
        Affair affair = desk.mine(id, by, "handle");
        List<Long> files = refuseWrong(affair, told, by, at);
        add(affair, Feedback.Kind.PROGRESS, told, files, rows.leads(desk.task(id, by, "handle")), by, at, requestId);
    }

    /**
     * Answers: the lead's feedback goes to the review, a supporting unit's finishes its part.
     *
     * @param uploads evidence handed in with it
     * @throws Refused beside {@code evidence} without a file that it rests on; nothing is kept then
     */
    public void feedback(long id, Told told, List<Upload> uploads, @Nullable String waive, Actor by, Instant at, String requestId) {
        if (feedback.byRequest(requestId).isPresent()) {
            return;
        }
        Affair affair = desk.mine(id, by, "handle");
        List<Long> files = refuseWrong(affair, told, by, at);
        if (uploads.isEmpty() && files.isEmpty()) {
            throw new Refused(Objection.of("affairs.refusal.evidence").at("evidence"));
        }
        int n = 0;
        for (Upload upload : uploads) {
            files.add(attachments.add(affair.ref(), upload, by, at, requestId + "-" + n++).id());
        }
        long task = desk.task(id, by, "handle");
        boolean leads = rows.leads(task);
        add(affair, Feedback.Kind.FEEDBACK, told, files, leads, by, at, requestId);
        handlings.apply(
                affair.ref(), new Act.Complete(task, leads ? "feedback" : null, Act.Opinion.written(told.words().strip()), List.of(), null, Words.orNull(waive), null), by, at, requestId);
    }

    private void add(Affair affair, Feedback.Kind kind, Told told, List<Long> files, boolean leads, Actor by, Instant at, String requestId) {
        Long unit = told.from() == null ? by.units().stream().sorted().findFirst().orElse(affair.ownerUnit()) : null;
        int round = affair.rounds() + 1;
        feedback.add(affair.id(), new Feedback(0, kind, round, told.words().strip(), unit, told.from(), Words.orNull(told.signedBy()), leads, by.id(), at, files), requestId);
        events.publishEvent(new AffairChanged(affair.ref(), "affair.reported", by.id(), at, Map.of("kind", kind.name(), "round", round, "files", files)));
    }

    private List<Long> refuseWrong(Affair affair, Told told, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        Words.said(told.words(), "words", EntryRules.LONG, wrong);
        Words.fit(told.signedBy(), "signedBy", 60, wrong);
        if (told.from() != null && !told.from().equals(affair.leadBody()) && !affair.supportBodies().contains(told.from())) {
            wrong.add(Objection.of("affairs.refusal.takes-no-part").at("from"));
        }
        List<Long> there = attachments.of(affair.ref()).stream().filter(f -> f.voided() == null).map(Attachment::id).toList();
        if (!there.containsAll(told.files())) {
            wrong.add(Objection.of("affairs.refusal.no-such-file").at("evidence"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(affair.ref(), by, at, SecrecyGate.Field.text("words", told.words()));
        return new ArrayList<>(told.files().stream().distinct().toList());
    }

    /** Reports and feedback in the order in which they came. @throws NotFound where the actor may not read the affair */
    @Transactional(readOnly = true)
    public List<Feedback> of(long id, Actor by) {
        rows.seen(id, by).orElseThrow(NotFound::new);
        return feedback.of(id);
    }

    @Transactional(readOnly = true)
    public List<Feedback.Verdict> verdicts(long id, Actor by) {
        rows.seen(id, by).orElseThrow(NotFound::new);
        return feedback.verdicts(id);
    }
}
