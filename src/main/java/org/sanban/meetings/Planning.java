package org.sanban.meetings;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planning a meeting (会议计划): begun by whoever will run it, written until it is sent to approval; after that only changed in the open. */
@Service
public class Planning {

    static final Duration LONGEST = Duration.ofDays(10);
    private static final BigDecimal DEAREST = new BigDecimal("100000000");

    private final MeetingRows rows;
    private final MeetingTypes types;
    private final MeetingCards cards;
    private final MeetingDesk desk;
    private final Directory directory;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Planning(
            MeetingRows rows, MeetingTypes types, MeetingCards cards, MeetingDesk desk, Directory directory, SecrecyGate secrecy, Handlings handlings,
            ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.types = types;
        this.cards = cards;
        this.desk = desk;
        this.directory = directory;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
        this.zone = zone;
    }

    /**
     * Plans a meeting and lays it before {@code by}. The same request again answers the same meeting.
     *
     * @return its id
     * @throws Refused beside the field that cannot be
     */
    @Transactional
    public long begin(Plan plan, Actor by, Instant at, String requestId) {
        Optional<Meeting> before = rows.byRequest(requestId);
        if (before.isPresent()) {
            Refused.unless(before.get().organizer() == by.id(), "meetings.refusal.request-used");
            return before.get().id();
        }
        refuseUnfit(0, plan, by, at);
        long unit = plan.unit() != null ? plan.unit() : directory.person(by.id()).map(Directory.Entry::unit).orElse(0L);
        long id = rows.add(plan, unit, by.id(), requestId, at);
        events.publishEvent(MeetingChanged.of(id, "meeting.planned", by.id(), at));
        handlings.start(MeetingKind.ref(id), MeetingKind.PROCEDURE, cards.of(rows.one(id)), List.of(), by, at, requestId);
        return id;
    }

    /**
     * Writes the plan anew, while it is planned: what lies before who approves it, or was approved, stands (promise 4). Time and place are
     * changed by {@link Changing} from then on, anything else by sending it back to the plan.
     *
     * @param version the one that was read
     */
    @Transactional
    public void edit(long id, int version, Plan plan, Actor by, Instant at) {
        Meeting m = desk.living(id, by);
        Refused.unless("plan".equals(handlings.stepOf(m.ref())), "meetings.refusal.change-in-the-open");
        refuseUnfit(id, plan, by, at);
        rows.write(id, version, plan);
        handlings.describe(m.ref(), cards.of(rows.one(id)));
        events.publishEvent(MeetingChanged.of(id, "meeting.edited", by.id(), at));
    }

    private void refuseUnfit(long id, Plan p, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        types.of(p.type());
        object(p.title().isEmpty() || p.title().length() > 200, "meetings.refusal.title", "title", wrong);
        object(p.starts() == null, "meetings.refusal.empty", "starts", wrong);
        object(p.ends() == null, "meetings.refusal.empty", "ends", wrong);
        if (p.starts() != null && p.ends() != null) {
            int year = LocalDate.ofInstant(p.starts(), zone).getYear();
            object(year < 1990 || year > 2200, "meetings.refusal.year", "starts", wrong);
            object(!p.ends().isAfter(p.starts()), "meetings.refusal.ends-before", "ends", wrong);
            object(p.ends().isAfter(p.starts().plus(LONGEST)), "meetings.refusal.too-long", "ends", wrong);
        }
        object(p.place().isEmpty() || p.place().length() > 200, "meetings.refusal.place", "place", wrong);
        object(p.reason().isEmpty() || p.reason().length() > 2_000, "meetings.refusal.reason", "reason", wrong);
        object(length(p.notMerged()) > 500 || length(p.level()) > 200, "meetings.refusal.text-long", length(p.level()) > 200 ? "level" : "notMerged", wrong);
        object(length(p.planException()) > 500, "meetings.refusal.text-long", "planException", wrong);
        object(p.chair() == null || directory.person(p.chair()).filter(c -> c.active() && c.business()).isEmpty(), "meetings.refusal.chair", "chair", wrong);
        object(p.unit() != null && directory.unit(p.unit()).isEmpty(), "meetings.refusal.no-such-body", "unit", wrong);
        object(p.scale() != null && (p.scale() < 1 || p.scale() > 100_000), "meetings.refusal.scale", "scale", wrong);
        object(p.sessionNo() != null && (p.sessionNo() < 1 || p.sessionNo() > 9_999), "meetings.refusal.session-no", "sessionNo", wrong);
        object(p.budget() != null && (p.budget().signum() < 0 || p.budget().compareTo(DEAREST) > 0), "meetings.refusal.budget", "budget", wrong);
        object(p.planYear() != null && (p.planYear() < 1990 || p.planYear() > 2200), "meetings.refusal.year", "planYear", wrong);
        object(p.branches().size() > 300 || p.branches().stream().anyMatch(b -> b.length() > 100), "meetings.refusal.branches", "branches", wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(MeetingKind.ref(id), by, at, SecrecyGate.Field.label("title", p.title()), SecrecyGate.Field.text("reason", p.reason()),
                SecrecyGate.Field.text("notMerged", p.notMerged()));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static void object(boolean wrong, String code, String field, List<Objection> objections) {
        if (wrong) {
            objections.add(Objection.of(code).at(field));
        }
    }
}
