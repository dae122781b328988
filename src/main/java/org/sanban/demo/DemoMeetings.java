package org.sanban.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sanban.meetings.Changing;
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
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.people.Actor;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The five meetings of the sample office, and a few under way: one that runs now, one whose replies come in, one that was put off. Loads once. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(36)
class DemoMeetings implements ApplicationRunner {

    private static final String ROOM = "S014";

    private final SampleMeetings samples;
    private final SampleMeetingWay way;
    private final Meetings meetings;
    private final Planning planning;
    private final Changing changing;
    private final Topics topics;
    private final Agenda agenda;
    private final Session session;
    private final Invitations invitations;
    private final Rooms rooms;
    private final WorkCalendar calendar;
    private final Play play;
    private final Clock clock;
    private final ZoneId zone;

    DemoMeetings(
            SampleMeetings samples, SampleMeetingWay way, Meetings meetings, Planning planning, Changing changing, Topics topics, Agenda agenda, Session session,
            Invitations invitations, Rooms rooms, WorkCalendar calendar, Play play, Clock clock, @Value("${sanban.zone}") ZoneId zone) {
        this.samples = samples;
        this.way = way;
        this.meetings = meetings;
        this.planning = planning;
        this.changing = changing;
        this.topics = topics;
        this.agenda = agenda;
        this.session = session;
        this.invitations = invitations;
        this.rooms = rooms;
        this.calendar = calendar;
        this.play = play;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        if (!meetings.page(Meetings.Filter.none(), null, 1, Actor.SYSTEM).isEmpty()) {
            return;
        }
        SampleMeetings.all().stream().filter(one -> over(one, now)).sorted(java.util.Comparator.comparing(one -> samples.on(one, "start"))).forEach(way::bring);
        underWay(now);
    }

    /** None outside their own year: the numbers of their minutes belong to it. */
    private boolean over(JsonNode one, Instant now) {
        Instant start = samples.on(one, "start");
        return start.plus(Duration.ofDays(7)).isBefore(now) && start.atZone(zone).getYear() == now.atZone(zone).getYear();
    }

    private void underWay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        topic("省级储备粮管理办法（审议稿）", "ORG-FGW", true, now.minus(Duration.ofDays(3)));
        topic("中小学校舍安全提升三年行动方案", "ORG-JYT", false, now.minus(Duration.ofDays(2)));
        long running = planned("SPECIAL", "重点项目要素保障专题会议", now.minus(Duration.ofMinutes(25)), 90, "省政府2号会议室", "L03", now.minus(Duration.ofDays(3)));
        told(running, List.of("ORG-FGW", "ORG-ZRT", "ORG-JTT", "ORG-CZT"), now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(20)), 0);
        play.finish(MeetingKind.ref(running), ROOM, "complete", null, null, now.minus(Duration.ofHours(19)));
        samples.prepare(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode(), running, ROOM, now.minus(Duration.ofHours(18)));
        samples.equip(running, now.minus(Duration.ofHours(1)));
        samples.checkIn(running, ROOM, now.minus(Duration.ofMinutes(25)));
        session.begin(running, play.actor(ROOM, now), now.minus(Duration.ofMinutes(24)));
        session.begin(running, agenda.of(running).getFirst().id(), play.actor(ROOM, now), now.minus(Duration.ofMinutes(24)));
        Instant next = working(today, 4).atTime(LocalTime.of(9, 30)).atZone(zone).toInstant();
        long replying = planned("SPECIAL", "冬春季安全生产工作专题会议", next, 100, "省政府机关1号会议室", "L04", now.minus(Duration.ofDays(2)));
        told(replying, List.of("ORG-YJT", "ORG-SLT", "ORG-QXJ", "ORG-ZJT", "MSQ"), now.minus(Duration.ofHours(20)), next.minus(Duration.ofHours(40)), 2);
        Instant later = working(today, 6).atTime(LocalTime.of(15, 0)).atZone(zone).toInstant();
        long put = planned("OFFICE_MEETING", "办公厅第四季度差错通报会", later, 90, "办公厅3楼会议室", "S001", now.minus(Duration.ofDays(2)));
        told(put, List.of("BWC", "HYC", "DCS", "ZGC"), now.minus(Duration.ofHours(30)), later.minus(Duration.ofHours(40)), 1);
        Meeting m = meetings.one(put, play.actor(ROOM, now));
        changing.move(put, later.plus(Duration.ofHours(26)), later.plus(Duration.ofMinutes(26 * 60 + 90)), m.place(), "与省长调研时间冲突", play.actor(ROOM, now), now.minus(Duration.ofHours(5)));
        planning.begin(Plan.of("GOV_OFFICE", "省长办公会（第19次）", working(today, 9).atTime(LocalTime.of(9, 0)).atZone(zone).toInstant(),
                working(today, 9).atTime(LocalTime.of(11, 0)).atZone(zone).toInstant(), "省政府机关1号会议室", play.person("L01"), "研究年末重点工作"), play.actor(ROOM, now), now.minus(Duration.ofHours(4)), "demo-gov-office");
    }

    private void topic(String title, String org, boolean checked, Instant at) {
        long id = topics.propose(new Topic.Proposal(title, "EXECUTIVE", samples.body(org), null, null, "提请省政府常务会议审议", 25, List.of(samples.body("ORG-CZT")), null),
                play.actor("S017", at), at, UUID.randomUUID().toString());
        if (checked) {
            topics.review(id, 0, new Topic.Review(Topic.Check.DONE, "省财政厅、省司法厅", "无", Topic.Check.DONE, Topic.Check.NOT_NEEDED, "意见一致，建议上会。"), true, play.actor("S012", at), at.plusSeconds(7200));
        }
    }

    private long planned(String type, String title, Instant starts, int minutes, String place, String chair, Instant at) {
        long id = planning.begin(Plan.of(type, title, starts, starts.plus(Duration.ofMinutes(minutes)), place, play.person(chair), "研究部署有关工作"), play.actor(ROOM, at), at, UUID.randomUUID().toString());
        play.finish(MeetingKind.ref(id), ROOM, "approve", null, null, at.plusSeconds(600), play.persons(List.of("S001")));
        play.finish(MeetingKind.ref(id), "S001", "notice", "同意。", null, at.plusSeconds(3600));
        return id;
    }

    private void told(long id, List<String> invited, Instant at, Instant replyBy, int silent) {
        Actor by = play.actor(ROOM, at);
        Meeting m = meetings.one(id, by);
        if (m.type().equals("OFFICE_MEETING")) {
            agenda.pin(id, 15, by, at);
        }
        agenda.add(id, new Item.Entry("情况汇报", samples.body(invited.getFirst()).name(), 30, List.of()), false, by, at);
        agenda.add(id, new Item.Entry("讨论研究", null, 25, invited.stream().limit(3).map(samples::body).toList()), false, by, at);
        agenda.add(id, new Item.Entry("部署下一步工作", null, 15, List.of()), false, by, at);
        rooms.all().stream().filter(r -> r.name().equals(m.place())).findFirst().ifPresent(r -> rooms.book(id, r.id(), by, at, UUID.randomUUID().toString()));
        invitations.invite(id, invited.stream().map(samples::body).toList(), Invitee.Kind.ATTEND, "分管负责同志", by, at);
        invitations.send(id, replyBy, "系统和电话", by, at);
        play.finish(MeetingKind.ref(id), ROOM, "noticed", null, null, at.plusSeconds(60));
        samples.reply(id, ROOM, silent, at.plusSeconds(7200));
        samples.decideSubstitutes(id, at.plusSeconds(9000));
    }

    private LocalDate working(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= calendar.worksOn(day) ? 1 : 0;
        }
        return day;
    }
}
