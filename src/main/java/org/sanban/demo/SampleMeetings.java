package org.sanban.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Body;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.Plan;
import org.sanban.meetings.Planning;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.agenda.Topic;
import org.sanban.meetings.agenda.Topics;
import org.sanban.meetings.day.CheckIn;
import org.sanban.meetings.day.Equipment;
import org.sanban.meetings.papers.Materials;
import org.sanban.meetings.papers.Seating;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Replies;
import org.sanban.meetings.replies.Said;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a meeting of the sample office from its plan to the end of the day, at the times that its record has. */
@Component
class SampleMeetings {

    private static final String SECOND = "S012";
    private static final String TECHNICIAN = "S029";
    private static final String SURNAMES = "陶鲁韦昌凤花方俞任袁柳鲍史唐费廉岑薛雷贺";
    private static final List<String> GIVEN = List.of("明远", "书白", "景行", "若水", "怀瑾", "望舒", "知微", "修齐", "云起", "思源", "守拙");

    private final Planning planning;
    private final Meetings meetings;
    private final Topics topics;
    private final Agenda agenda;
    private final Session session;
    private final Invitations invitations;
    private final Replies replies;
    private final Attendees attendees;
    private final Rooms rooms;
    private final CheckIn checkIn;
    private final Equipment equipment;
    private final Materials materials;
    private final Seating seating;
    private final Bodies bodies;
    private final Organizations organizations;
    private final Play play;
    private final ZoneId zone;

    SampleMeetings(
            Planning planning, Meetings meetings, Topics topics, Agenda agenda, Session session, Invitations invitations, Replies replies, Attendees attendees, Rooms rooms,
            CheckIn checkIn, Equipment equipment, Materials materials, Seating seating, Bodies bodies, Organizations organizations, Play play,
            @Value("${sanban.zone}") ZoneId zone) {
        this.planning = planning;
        this.meetings = meetings;
        this.topics = topics;
        this.agenda = agenda;
        this.session = session;
        this.invitations = invitations;
        this.replies = replies;
        this.attendees = attendees;
        this.rooms = rooms;
        this.checkIn = checkIn;
        this.equipment = equipment;
        this.materials = materials;
        this.seating = seating;
        this.bodies = bodies;
        this.organizations = organizations;
        this.play = play;
        this.zone = zone;
    }

    static List<JsonNode> all() {
        return StreamSupport.stream(SampleFiles.tree("meetings.yaml").get("meetings").spliterator(), false).toList();
    }

    Instant time(String text) {
        return LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    Instant on(JsonNode one, String field) {
        return LocalDate.parse(Paper.text(one, "date")).atTime(java.time.LocalTime.parse(Paper.text(one, field))).atZone(zone).toInstant();
    }

    String organizer(JsonNode one) {
        return Paper.text(one.get("notice"), "by");
    }

    Body body(String code) {
        return organizations.byCode(code).map(o -> new Body(o.shortName(), o.id(), null)).orElseGet(() -> bodies.of("u" + play.unit(code), "body"));
    }

    /** Planned, approved, its agenda fixed and its notice sent. */
    long noticed(JsonNode one) {
        long id = planned(one);
        tell(one, id);
        return id;
    }

    private Instant begun(JsonNode one) {
        return time(Paper.text(one.get("approved"), "at")).minus(Duration.ofMinutes(25));
    }

    /** The capitals of the prefectures, where a video conference is followed. */
    List<String> branches(JsonNode one) {
        return Paper.text(one, "type").equals("VIDEO") ? organizations.all().stream().filter(SampleMeetings::governsAPrefecture).map(o -> o.shortName()).toList() : List.of();
    }

    private static boolean governsAPrefecture(Organizations.Organization o) {
        return o.type().equals("GOVERNMENT") && o.tier() == 2;
    }

    long planned(JsonNode one) {
        boolean special = Paper.text(one, "type").equals("SPECIAL");
        Plan plan = new Plan(
                Paper.text(one, "type"), Paper.text(one, "name"), one.has("session_no") ? one.get("session_no").asInt() : null, on(one, "start"), on(one, "end"), Paper.text(one, "place"),
                Paper.text(one, "type").equals("VIDEO"), branches(one), play.person(Paper.text(one, "chair")), play.unit(Paper.text(one, "organizer_division")), "研究部署有关工作", null, null,
                "负责同志", null, special ? null : on(one, "start").atZone(zone).getYear(), special ? "临时召开的专题会议" : null);
        return planning.begin(plan, play.actor(organizer(one), begun(one)), begun(one), UUID.randomUUID().toString());
    }

    /** From the plan to the notice. */
    void tell(JsonNode one, long id) {
        String who = organizer(one);
        Instant approved = time(Paper.text(one.get("approved"), "at"));
        SubjectRef ref = MeetingKind.ref(id);
        String approver = Paper.text(one.get("approved"), "by");
        play.finish(ref, who, "approve", null, null, begun(one).plusSeconds(300), play.persons(List.of(approver)));
        boolean called = Paper.text(one, "type").equals("EXECUTIVE");
        play.finish(ref, approver, called ? "topics" : "notice", "同意。", null, approved);
        items(one, id, who, approved.plusSeconds(600));
        Instant told = time(Paper.text(one.get("notice"), "sent_at"));
        rooms.all().stream().filter(r -> Paper.text(one, "place").startsWith(r.name())).findFirst()
                .ifPresent(r -> rooms.book(id, r.id(), play.actor(who, told), told, UUID.randomUUID().toString()));
        if (called) {
            play.finish(ref, who, "fixed", null, null, told.minusSeconds(3600));
        }
        invite(one, id, who, told.minusSeconds(600));
        invitations.send(id, time(Paper.text(one.get("notice"), "rsvp_due")), one.get("notice").path("method").asString("系统和电话"), play.actor(who, told), told);
        play.finish(ref, who, "noticed", null, null, told.plusSeconds(60));
    }

    private void items(JsonNode one, long id, String who, Instant at) {
        for (JsonNode item : one.get("agenda")) {
            if (item.path("is_first_topic").asBoolean(false)) {
                agenda.pin(id, item.get("minutes_planned").asInt(), play.actor(who, at), at);
                continue;
            }
            List<Body> attend = Paper.texts(item, "attend").stream().filter(c -> c.startsWith("ORG-")).map(this::body).toList();
            String reporter = item.has("reporter_org") ? body(Paper.text(item, "reporter_org")).name() : "";
            if (item.has("review")) {
                Body proposer = body(Paper.text(item, "reporter_org"));
                long topic = topics.propose(new Topic.Proposal(
                        Paper.text(item, "title"), Paper.text(one, "type"), proposer, proposer.name(), null, "提请会议审议", item.get("minutes_planned").asInt(), attend, null),
                        play.actor(who, at), at, UUID.randomUUID().toString());
                JsonNode review = item.get("review");
                boolean lawful = Paper.text(review, "legality_review").equals("已通过");
                topics.review(topic, 0, new Topic.Review(
                        Topic.Check.DONE, String.join("、", Paper.texts(review, "consulted").stream().map(c -> body(c).name()).toList()), Paper.text(review, "differences"),
                        lawful ? Topic.Check.DONE : Topic.Check.NOT_NEEDED, Topic.Check.NOT_NEEDED, "材料齐全，意见一致，建议上会。"), true, play.actor(SECOND, at), at);
                agenda.take(id, topic, play.actor(who, at), at);
            } else {
                agenda.add(id, new Item.Entry(Paper.text(item, "title"), reporter.isEmpty() ? null : reporter, item.get("minutes_planned").asInt(), attend), false, play.actor(who, at), at);
            }
        }
    }

    private void invite(JsonNode one, long id, String who, Instant at) {
        Map<String, Body> invited = new LinkedHashMap<>();
        for (JsonNode item : one.get("agenda")) {
            if (item.has("reporter_org")) {
                invited.put(Paper.text(item, "reporter_org"), body(Paper.text(item, "reporter_org")));
            }
            Paper.texts(item, "attend").stream().filter(c -> c.startsWith("ORG-")).forEach(c -> invited.put(c, body(c)));
        }
        if (Paper.text(one, "type").equals("VIDEO")) {
            organizations.all().stream().filter(SampleMeetings::governsAPrefecture).forEach(o -> invited.put(o.code(), body(o.code())));
        }
        if (invited.isEmpty()) {
            List.of("BWC", "HYC", "DCS", "ZBS", "XZC", "ZGC").forEach(u -> invited.put(u, body(u)));
        }
        invitations.invite(id, new ArrayList<>(invited.values()), Invitee.Kind.ATTEND, "负责同志", play.actor(who, at), at);
    }

    /** Everybody replies with one or two persons. @param silent how many do not */
    void reply(long id, String who, int silent, Instant at) {
        List<Invitee> all = invitations.of(id);
        for (Invitee i : all.subList(0, Math.max(0, all.size() - silent))) {
            int seed = (int) (i.id() % 97) + i.position() * 7;
            String name = SURNAMES.charAt(seed % SURNAMES.length()) + GIVEN.get(seed % GIVEN.size());
            Said.Person person = i.position() == 3
                    ? new Said.Person(name, "副职", null, Attendee.Kind.ATTEND, "主要负责同志", null, null, null)
                    : Said.Person.comes(name, "主要负责同志", Attendee.Kind.valueOf(i.kind().name()));
            replies.inOffice(id, i.id(), new Said(List.of(person), null, null), null, play.actor(who, at), at, UUID.randomUUID().toString());
        }
    }

    void decideSubstitutes(long id, Instant at) {
        attendees.of(id).stream().filter(a -> a.decision() == Attendee.Decision.ASKED).forEach(a -> replies.decide(id, a.id(), true, play.actor(SECOND, at), at));
    }

    /** Materials, seats, equipment. */
    void prepare(JsonNode one, long id, String who, Instant at) {
        SubjectRef ref = MeetingKind.ref(id);
        for (JsonNode m : one.path("materials")) {
            long material = materials.list(id, null, Paper.text(m, "title"), null, null, m.get("take_back").asBoolean(), play.actor(who, at), at);
            for (int version = 1; version <= m.get("version").asInt(); version++) {
                byte[] text = (Paper.text(m, "title") + "第" + version + "版\n（演示用材料，内容从略。" + id + "）\n").getBytes(StandardCharsets.UTF_8);
                materials.receive(id, material, new Upload(Paper.text(m, "title") + "-" + version + ".txt", new ByteArrayInputStream(text), Attachment.Copy.ATTACHMENT), play.actor(who, at), at,
                        UUID.randomUUID().toString());
            }
        }
        play.finish(ref, who, "ready", null, null, at);
        seating.arrange(id, play.actor(who, at), at);
        seating.checkPlates(id, play.actor(who, at), at);
        seating.checkPlates(id, play.actor(who.equals(SECOND) ? "S013" : SECOND, at), at);
        play.finish(ref, who, "seated", null, null, at);
    }

    void equip(long id, Instant at) {
        Meeting m = meetings.one(id, play.actor(SECOND, at));
        Equipment.items(m).forEach(item -> equipment.check(id, item, Equipment.Round.SET_UP, true, null, play.actor(TECHNICIAN, at), at));
        play.finish(MeetingKind.ref(id), TECHNICIAN, "checked", null, null, at);
    }

    void checkIn(long id, String who, Instant start) {
        attendees.of(id).stream().filter(a -> a.comes() && a.in() == null).forEach(a -> checkIn.byList(id, a.id(), play.actor(who, start), start.minusSeconds(60L * (5 + a.rank() % 15))));
    }

    boolean isReported(long id) {
        return meetings.one(id, Actor.SYSTEM).stamps().reported() != null;
    }

    void report(long id, String who, Instant at) {
        checkIn.report(id, play.actor(who, at), at);
    }

    /** The items one after the other until the end. */
    void run(JsonNode one, long id, String who) {
        Instant at = on(one, "start");
        if (meetings.one(id, play.actor(who, at)).stamps().began() == null) {
            session.begin(id, play.actor(who, at), at);
        }
        List<Item> items = agenda.of(id);
        double scale = Duration.between(at, on(one, "end")).toMinutes() / (double) items.stream().mapToInt(Item::minutes).sum();
        for (Item item : items) {
            if (item.began() == null) {
                session.begin(id, item.id(), play.actor(who, at), at);
            }
            at = at.plusSeconds((long) (item.minutes() * 60 * scale));
            if (item.ended() == null) {
                session.end(id, item.id(), item.topic() == null ? "" : "原则同意", play.actor(who, at), at);
            }
        }
        Instant end = on(one, "end");
        session.over(id, play.actor(who, end), end);
    }
}
