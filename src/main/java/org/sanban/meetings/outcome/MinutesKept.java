package org.sanban.meetings.outcome;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanban.errors.Proposed;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.MeetingRows;
import org.sanban.outgoing.OutgoingChanged;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.WorkCalendar;
import org.sanban.workflow.Moved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Minutes never say anything else than the record of decisions: hears every step of the paper in its transaction and refuses it while a
 * decision is missing from the text, altered or added. It stands in no procedure, so an office that rewrites one cannot lose it.
 */
@Component
class MinutesKept {

    /** Minutes are issued within three working days of the end (domain.md §5.2, 10). */
    private static final int DAYS = 3;

    private final MeetingRows rows;
    private final Decisions decisions;
    private final MinutesText text;
    private final MinutesPaper paper;
    private final WorkCalendar calendar;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    MinutesKept(
            MeetingRows rows, Decisions decisions, MinutesText text, MinutesPaper paper, WorkCalendar calendar, MessageSource messages, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rows = rows;
        this.decisions = decisions;
        this.text = text;
        this.paper = paper;
        this.calendar = calendar;
        this.messages = messages;
        this.events = events;
    }

    @EventListener
    void on(Moved moved) {
        boolean onward = moved.kind().equals("COMPLETE") && moved.fromStep() != null && !"end".equals(moved.toStep());
        if (!onward || !moved.subject().kind().equals(OutgoingKind.KIND)) {
            return;
        }
        rows.byMinutes(moved.subject().id()).ifPresent(m -> {
            List<Objection> wrong = text.differences(paper.of(moved.subject().id(), moved.at()).draft().body(), decisions.of(m.id()));
            if (!wrong.isEmpty()) {
                tellAfterwards(m, wrong, moved);
                throw new Refused(wrong);
            }
        });
    }

    /** The refusal rolls the step back; that a decision was distorted is proposed as an error after that, in a transaction of its own. */
    private void tellAfterwards(Meeting m, List<Objection> wrong, Moved moved) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    apart.executeWithoutResult(own -> wrong.forEach(o -> propose(m, o, moved)));
                }
            }
        });
    }

    private void propose(Meeting m, Objection o, Moved moved) {
        boolean missing = o.code().endsWith("decision-missing");
        String words = messages.getMessage(o.code(), o.args().toArray(), Locale.SIMPLIFIED_CHINESE);
        events.publishEvent(Proposed.of(Proposed.Origin.MEETING, MeetingKind.ref(m.id()), "meeting-decision/" + m.id() + "/" + Integer.toHexString(words.hashCode()), words, moved.at())
                .sort(missing ? "decision-missing" : "decision-distorted").made("minutes", null).found("minutes-review").in(m.ownerUnit())
                .as(missing ? "OMITTED" : "WRONG", "E-MT-09"));
    }

    /** Sent out: the meeting knows when, and minutes that came late are proposed as an error. */
    @EventListener
    void on(OutgoingChanged changed) {
        if (!changed.what().equals("outgoing.dispatched")) {
            return;
        }
        Optional<Meeting> found = rows.byMinutes(changed.subject().id());
        found.ifPresent(m -> {
            rows.stamp(m.id(), Map.of("issued_at", changed.at()));
            events.publishEvent(MeetingChanged.of(m.id(), "meeting.minutes-issued", changed.actor(), changed.at()));
            if (m.stamps().over() != null && changed.at().isAfter(calendar.plus(m.stamps().over(), DAYS * calendar.minutesPerDay()))) {
                String words = messages.getMessage("meetings.proposal.minutes-late", new Object[] {m.title(), DAYS, Duration.between(m.stamps().over(), changed.at()).toHours()}, Locale.SIMPLIFIED_CHINESE);
                events.publishEvent(Proposed.of(Proposed.Origin.MEETING, MeetingKind.ref(m.id()), "meeting-minutes-late/" + m.id(), words, changed.at())
                        .sort("minutes-late").made("minutes", m.stamps().over()).found("minutes-review").in(m.ownerUnit()).as("DELAYED", "E-MT-08"));
            }
        });
    }
}
