package org.sanban.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairChanged;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Entry;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.Words;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits: entered on the way, their problems solved on the spot, later, or followed as affairs. */
@Service
@Transactional
public class Visits {

    private static final int LONG = 2_000;
    private static final int LINE = 300;

    private final VisitRows rows;
    private final Affairs affairs;
    private final Organizations organizations;
    private final Directory directory;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Visits(
            VisitRows rows, Affairs affairs, Organizations organizations, Directory directory, SecrecyGate secrecy, ApplicationEventPublisher events,
            @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.affairs = affairs;
        this.organizations = organizations;
        this.directory = directory;
        this.secrecy = secrecy;
        this.events = events;
        this.zone = zone;
    }

    /**
     * Enters a visit. The same request again, also one that was kept on a telephone without a net and is sent twice, answers the visit made
     * the first time.
     *
     * @return its id
     */
    public long enter(Visit.Entry entry, Actor by, Instant at, String requestId) {
        Optional<Long> before = rows.byRequest(requestId);
        if (before.isPresent()) {
            return before.get();
        }
        refuseWrong(entry, by, at);
        long id = rows.add(entry, by, at, requestId);
        SubjectRef ref = new SubjectRef(Visit.KIND, id);
        int no = 1;
        for (Visit.Found found : entry.problems()) {
            Long affair = found.follow() && found.how() == null ? follow(ref, entry.host(), found.words(), found.due(), null, by, at, requestId + "-" + no) : null;
            rows.addProblem(id, no++, found, affair, at);
        }
        events.publishEvent(new VisitChanged(ref, "visit.entered", by.id(), at, Map.of("problems", entry.problems().size())));
        return id;
    }

    /** Says how a problem was solved. */
    public void solve(long id, int no, String how, Actor by, Instant at) {
        Visit visit = one(id);
        List<Objection> wrong = new ArrayList<>();
        Words.said(how, "how", LINE, wrong);
        refuse(wrong);
        secrecy.refuseClassified(visit.ref(), by, at, SecrecyGate.Field.text("how", how));
        Refused.unless(rows.solve(id, no, how.strip(), at), "visits.refusal.solved");
        events.publishEvent(new VisitChanged(visit.ref(), "visit.solved", by.id(), at, Map.of("problem", no)));
    }

    /** Makes an affair of a problem; it lies before {@code by} to be entrusted. @return the affair */
    public long follow(long id, int no, @Nullable Long leadBody, Actor by, Instant at, String requestId) {
        Visit visit = one(id);
        Visit.Problem problem = visit.problems().stream().filter(p -> p.no() == no).findFirst().orElseThrow(NotFound::new);
        Refused.unless(problem.open() && problem.affair() == null, "visits.refusal.solved");
        long affair = follow(visit.ref(), visit.host(), problem.words(), problem.due(), leadBody, by, at, requestId);
        Refused.unless(rows.follow(id, no, affair), "visits.refusal.solved");
        return affair;
    }

    private long follow(SubjectRef visit, long host, String words, @Nullable LocalDate due, @Nullable Long leadBody, Actor by, Instant at, String requestId) {
        String from = organizations.byId(host).map(Organizations.Organization::shortName).orElse("");
        Entry entry = Entry.of("VISIT_PROBLEM", words, new Affair.Source(SourceType.VISIT, visit, from), words)
                .within(words, due == null ? null : due.atTime(LocalTime.of(17, 30)).atZone(zone).toInstant()).by(null, leadBody, List.of(), List.of());
        return affairs.begin(entry, by, at, requestId);
    }

    /** What the host says of the visit (基层说). */
    public void judge(long id, @Nullable Integer score, @Nullable String said, Actor by, Instant at) {
        Visit visit = one(id);
        List<Objection> wrong = new ArrayList<>();
        if (score == null || score < 1 || score > 5) {
            wrong.add(Objection.of("visits.refusal.score").at("score"));
        }
        Words.fit(said, "said", LINE, wrong);
        refuse(wrong);
        rows.judge(id, score == null ? 0 : score, Words.orNull(said), at);
        events.publishEvent(new VisitChanged(visit.ref(), "visit.judged", by.id(), at, Map.of("score", String.valueOf(score))));
    }

    /** @throws NotFound where there is none */
    @Transactional(readOnly = true)
    public Visit one(long id) {
        return rows.one(id).orElseThrow(NotFound::new);
    }

    /** Latest first. @param after {@code day-id} of the last one seen, null for the first page */
    @Transactional(readOnly = true)
    public List<Visit> page(@Nullable String after, int limit) {
        if (after == null || !after.matches("\\d{4}-\\d{2}-\\d{2}-\\d{1,18}")) {
            return rows.page(null, 0, limit);
        }
        try {
            return rows.page(LocalDate.parse(after.substring(0, 10)), Long.parseLong(after.substring(11)), limit);
        } catch (java.time.format.DateTimeParseException typedByHand) {
            return rows.page(null, 0, limit);
        }
    }

    /** An affair that follows a problem was closed: so is the problem. */
    @EventListener
    void on(AffairChanged changed) {
        if (changed.what().equals("affair.closed")) {
            Affair affair = affairs.one(changed.subject().id(), Actor.SYSTEM);
            if (affair.source().type() == SourceType.VISIT) {
                rows.solvedBy(affair.id(), affair.result() == null ? String.valueOf(affair.number()) : affair.result(), changed.at());
            }
        }
    }

    private void refuseWrong(Visit.Entry e, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(at, zone);
        if (e.on().isAfter(today) || e.on().isBefore(today.minusYears(5))) {
            wrong.add(Objection.of("visits.refusal.day").at("on"));
        }
        if (organizations.byId(e.host()).isEmpty()) {
            wrong.add(Objection.of("visits.refusal.host").at("host"));
        }
        if (e.leader() != null && directory.person(e.leader()).isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.person").at("leader"));
        }
        if (e.divisions().stream().anyMatch(u -> directory.unit(u).isEmpty())) {
            wrong.add(Objection.of("affairs.refusal.unknown-party").at("divisions"));
        }
        if (e.participants() != null && (e.participants() < 1 || e.participants() > 10_000)) {
            wrong.add(Objection.of("visits.refusal.participants").at("participants"));
        }
        if (e.nextContact() != null && e.nextContact().isBefore(e.on())) {
            wrong.add(Objection.of("visits.refusal.next").at("nextContact"));
        }
        Words.fit(e.topics(), "topics", LINE, wrong);
        Words.fit(e.summary(), "summary", LONG, wrong);
        for (int n = 0; n < e.problems().size(); n++) {
            Visit.Found found = e.problems().get(n);
            Words.said(found.words(), "problems[" + n + "].words", 200, wrong);
            Words.fit(found.raisedBy(), "problems[" + n + "].raisedBy", 100, wrong);
            Words.fit(found.how(), "problems[" + n + "].how", LINE, wrong);
        }
        refuse(wrong);
        String problems = String.join("\n", e.problems().stream().map(Visit.Found::words).toList());
        secrecy.refuseClassified(
                new SubjectRef(Visit.KIND, 0), by, at, SecrecyGate.Field.text("summary", e.summary()), SecrecyGate.Field.text("topics", e.topics()),
                SecrecyGate.Field.text("problems", problems));
    }

    private static void refuse(List<Objection> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }
}
