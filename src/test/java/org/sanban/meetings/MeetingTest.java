package org.sanban.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.checks.Severity;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.agenda.Topics;
import org.sanban.meetings.day.CheckIn;
import org.sanban.meetings.day.Equipment;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.meetings.outcome.Minutes;
import org.sanban.meetings.outcome.Press;
import org.sanban.meetings.papers.Materials;
import org.sanban.meetings.papers.Seating;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.replies.Confirmations;
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Replies;
import org.sanban.meetings.replies.Said;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Signing;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Meetings for tests, and their way through the office: run by S014, approved by S001, equipment by S029, minutes by S013. */
abstract class MeetingTest extends OfficeTest {

    static final String ROOM = "S014";
    static final String HEAD = "S001";
    static final String SCRIBE = "S013";

    @Autowired Planning planning;
    @Autowired Meetings meetings;
    @Autowired Changing changing;
    @Autowired Topics topics;
    @Autowired Agenda agenda;
    @Autowired Session session;
    @Autowired Invitations invitations;
    @Autowired Replies replies;
    @Autowired Attendees attendees;
    @Autowired Confirmations confirmations;
    @Autowired Rooms rooms;
    @Autowired CheckIn checkIn;
    @Autowired Equipment equipment;
    @Autowired Materials materials;
    @Autowired Seating seating;
    @Autowired Decisions decisions;
    @Autowired Minutes minutes;
    @Autowired Press press;
    @Autowired Bodies bodies;
    @Autowired Organizations organizations;
    @Autowired Handlings handlings;
    @Autowired Positions positions;
    @Autowired Drafts drafts;
    @Autowired OutgoingReading outgoing;
    @Autowired Signing signing;
    @Autowired Dispatching dispatching;
    @Autowired Findings findings;
    @Autowired Judging judging;
    @Autowired JdbcClient jdbc;

    static String key() {
        return UUID.randomUUID().toString();
    }

    Actor room() {
        return office.actor(ROOM);
    }

    Body org(String code) {
        Organizations.Organization o = organizations.byCode(code).orElseThrow();
        return new Body(o.shortName(), o.id(), null);
    }

    Body unit(String code) {
        return bodies.of("u" + office.unit(code), "body");
    }

    Plan plan(String type, String title, Instant starts, int minutes) {
        return Plan.of(type, title, starts, starts.plus(Duration.ofMinutes(minutes)), "省政府2号会议室", office.person(HEAD), "部署下一步工作");
    }

    long planned(String type, String title, Instant starts, int minutes) {
        return planning.begin(plan(type, title, starts, minutes), room(), office.now(), key());
    }

    Meeting read(long id) {
        return meetings.one(id, room());
    }

    /** Finishes the main task of {@code who}. */
    void go(long id, String who, String way, @Nullable String opinion, Act.Pick... picks) {
        complete(MeetingKind.ref(id), who, way, opinion, picks);
    }

    void complete(SubjectRef subject, String who, @Nullable String way, @Nullable String opinion, Act.Pick... picks) {
        Actor by = office.actor(who);
        Positions.Position at = positions.of(subject, by).orElseThrow();
        long task = Objects.requireNonNull(at.mainAt(String.valueOf(at.step())), () -> who + " does not hold " + subject + " at " + at.step());
        handlings.apply(subject, Act.Complete.of(task, way, opinion, picks), by, office.now(), key());
    }

    Act.Pick person(String code) {
        return Act.Pick.person(office.person(code));
    }

    String step(long id) {
        return String.valueOf(handlings.stepOf(MeetingKind.ref(id)));
    }

    /** Approved, with one item of the agenda, before its notice. */
    long approved(String type, String title, Instant starts, int minutes, Body... called) {
        long id = planned(type, title, starts, minutes);
        go(id, ROOM, "approve", null, person(HEAD));
        go(id, HEAD, "notice", "同意。");
        if (!type.equals("VIDEO") && !type.equals("SPECIAL")) {
            agenda.pin(id, 10, room(), office.now());
        }
        agenda.add(id, new Item.Entry("听取工作情况汇报", "有关部门", Math.min(30, minutes - 10), List.of(called)), false, room(), office.now());
        return id;
    }

    /** The notice is out to these bodies. */
    long noticed(String type, String title, Instant starts, int minutes, Body... invited) {
        long id = approved(type, title, starts, minutes, invited);
        invitations.invite(id, List.of(invited), Invitee.Kind.ATTEND, "负责同志", room(), office.now());
        invitations.send(id, starts.minus(Duration.ofHours(2)), "系统", room(), office.now());
        go(id, ROOM, "noticed", null);
        return id;
    }

    /** Everybody replies with one person, named after the body. */
    void allReply(long id) {
        for (Invitee i : invitations.of(id)) {
            replies.inOffice(id, i.id(), new Said(List.of(Said.Person.comes(i.body().name() + "某", "负责人", Attendee.Kind.ATTEND)), null, null), null, room(), office.now(), key());
        }
        go(id, ROOM, "complete", null);
    }

    void prepared(long id) {
        go(id, ROOM, "ready", null);
        seating.arrange(id, room(), office.now());
        seating.checkPlates(id, room(), office.now());
        seating.checkPlates(id, office.actor("S012"), office.now());
        go(id, ROOM, "seated", null);
        Equipment.items(read(id)).forEach(item -> equipment.check(id, item, Equipment.Round.SET_UP, true, null, office.actor("S029"), office.now()));
        go(id, "S029", "checked", null);
    }

    /** Held from the planned start, everybody there; over after its items. */
    void held(long id) {
        clock.set(read(id).starts());
        attendees.of(id).forEach(a -> checkIn.byList(id, a.id(), room(), office.now()));
        session.begin(id, room(), office.now());
        clock.forward(Duration.ofMinutes(5));
        checkIn.report(id, room(), office.now());
        for (Item item : agenda.of(id)) {
            session.begin(id, item.id(), room(), office.now());
            clock.forward(Duration.ofMinutes(item.minutes()));
            session.end(id, item.id(), "原则同意", room(), office.now());
        }
        session.over(id, room(), office.now());
        go(id, ROOM, "held", null);
    }

    long decide(long id, String text, Body lead, Instant due, Body... support) {
        return decisions.add(id, new Decision.Entry(text, null, lead, List.of(support), due, null), room(), office.now());
    }

    /** Takes the minutes from their draft to the dispatch. */
    void issue(long paper) {
        SubjectRef ref = new SubjectRef("outgoing", paper);
        Draft d = outgoing.one(paper, null, office.actor(SCRIBE), office.now()).draft();
        Map<String, Boolean> answers = new LinkedHashMap<>();
        outgoing.firstCheck().forEach(q -> answers.put(q, true));
        write(paper, with(d, d.body(), answers));
        paperGoes(ref, SCRIBE, "minutes", person("S012"));
        paperGoes(ref, "S012", "minutes", person("L01"));
        signing.sign(paper, outgoing.one(paper, null, office.actor("L01"), office.now()).sha256(), Act.Opinion.written("同意"), "recheck", List.of(), office.actor("L01"), office.now(), key());
        paperGoes(ref, "S009", "number");
        paperGoes(ref, "S009", "dispatch");
        for (Dispatching.NewLine line : dispatching.proposed(paper, office.actor("S009"))) {
            dispatching.add(paper, line, office.actor("S009"), office.now(), key());
        }
        dispatching.send(paper, List.of(), office.actor("S009"), office.now());
        paperGoes(ref, "S009", "close");
    }

    void write(long paper, Draft draft) {
        drafts.save(paper, outgoing.one(paper, null, office.actor(SCRIBE), office.now()).version(), "window-of-the-scribe", draft, office.actor(SCRIBE), office.now());
    }

    void paperGoes(SubjectRef ref, String who, String way, Act.Pick... picks) {
        var look = findings.of(ref, office.actor(who), office.now());
        look.questions().stream().filter(q -> !q.settled()).forEach(q -> judging.answer(ref, q.rule(), Judging.Answer.YES, "", office.actor(who), office.now()));
        look.findings().stream().filter(f -> f.open() && f.atGate()).forEach(f -> judging.judge(ref, f.finding().fingerprint(),
                f.finding().severity() == Severity.BLOCK ? Judging.Verdict.FALSE_ALARM : Judging.Verdict.WAIVED, "已核", office.actor(who), office.now()));
        complete(ref, who, way, "同意", picks);
    }

    static Draft with(Draft d, String body, Map<String, Boolean> firstCheck) {
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), body, d.attachments(), d.signatureNames(),
                d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(),
                d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents(), d.basis(), d.neededBy(), d.copies(), firstCheck);
    }
}
