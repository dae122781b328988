package org.sanban.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.Plan;
import org.sanban.meetings.Planning;
import org.sanban.meetings.event.EventDays;
import org.sanban.meetings.event.EventPlan;
import org.sanban.meetings.event.Guest;
import org.sanban.meetings.event.Guests;
import org.sanban.meetings.event.Task;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The expo of the sample office, moved so that it opens in four weeks. Loads once. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(39)
class DemoEvent implements ApplicationRunner {

    private static final String WHO = "S018";
    private static final int OPENS_IN = 28;

    private final Planning planning;
    private final Meetings meetings;
    private final EventPlan plan;
    private final EventDays days;
    private final Guests guests;
    private final MessageSource messages;
    private final Organizations organizations;
    private final Directory directory;
    private final Play play;
    private final Clock clock;
    private final ZoneId zone;

    DemoEvent(
            Planning planning, Meetings meetings, EventPlan plan, EventDays days, Guests guests, MessageSource messages, Organizations organizations, Directory directory, Play play, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.planning = planning;
        this.meetings = meetings;
        this.plan = plan;
        this.days = days;
        this.guests = guests;
        this.messages = messages;
        this.organizations = organizations;
        this.directory = directory;
        this.play = play;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        JsonNode event = SampleFiles.tree("event_project.yaml");
        String name = Paper.text(event, "name");
        if (!meetings.page(new Meetings.Filter(name, "EVENT", null, null, null, null), null, 1, Actor.SYSTEM).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate opens = LocalDate.parse(Paper.text(event.get("dates"), "open"));
        long moved = opens.until(LocalDate.ofInstant(now, zone).plusDays(OPENS_IN), java.time.temporal.ChronoUnit.DAYS);
        Instant starts = opens.plusDays(moved).atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
        Instant begun = now.minus(Duration.ofDays(35));
        Actor by = play.actor(WHO, begun);
        Plan said = new Plan("EVENT", name, 3, starts, starts.plus(Duration.ofHours(80)), "云岭国际会展中心", false, List.of(), play.person("L03"), play.unit("MSS"), "经省政府批准举办", null, 2500,
                "各国（地区）驻华机构、企业代表", null, null, "省政府批准的重大活动");
        long id = planning.begin(said, by, begun, "demo-event");
        play.finish(MeetingKind.ref(id), WHO, "approve", null, null, now.minus(Duration.ofHours(50)), play.persons(List.of("L03")));
        play.finish(MeetingKind.ref(id), "L03", "notice", "同意，精心组织。", null, now.minus(Duration.ofHours(20)));
        tasks(event, id, moved, by, begun);
        for (JsonNode shift : event.get("duty_roster")) {
            String[] hours = Paper.text(shift, "shift").split("-");
            LocalDate day = LocalDate.parse(Paper.text(shift, "date")).plusDays(moved);
            Instant until = hours[1].equals("24:00") ? day.plusDays(1).atStartOfDay(zone).toInstant() : day.atTime(LocalTime.parse(hours[1])).atZone(zone).toInstant();
            days.shift(id, day.atTime(LocalTime.parse(hours[0])).atZone(zone).toInstant(), until, play.person(Paper.text(shift, "leader")), play.person(Paper.text(shift, "officer")), by, begun);
        }
        days.cue(id, starts, 10, "嘉宾入场，签到", "会务活动组", "主会场", "雨天改由东门入场", by, begun);
        days.cue(id, starts.plus(Duration.ofMinutes(30)), 45, "开幕式", "综合协调组", "主会场", "同传故障启用备用频道", by, begun);
        days.cue(id, starts.plus(Duration.ofMinutes(90)), 60, "巡馆", "展览组", "1至3号馆", null, by, begun);
        guests(event, id, by, now.minus(Duration.ofDays(10)));
        days.contingency(id, "嘉宾突发疾病", "就近医疗点处置，同时联系救护车；通知联络人和家属；报值班领导。", "医疗防疫组", "000-0000-6901", by, begun);
        days.contingency(id, "极端天气", "暂停室外活动，转入备用场地；广播引导疏散；报总值班室。", "安全保卫组", "000-0000-6902", by, begun);
    }

    /** Those of the sample, and a hundred more that are made up. */
    private void guests(JsonNode event, long id, Actor by, Instant at) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode g : event.get("guests_sample")) {
            rows.add(List.of(Paper.text(g, "id"), Paper.text(g, "name_local"), Paper.text(g, "name_latin"), Paper.text(g, "org"), Paper.text(g, "region"), Paper.text(g, "level"),
                    organizations.byCode(Paper.text(g, "host_unit")).orElseThrow().shortName(), directory.person(play.person(Paper.text(g, "liaison"))).orElseThrow().name(), "", "", "", "",
                    Paper.text(g, "diet"), g.get("online").asBoolean() ? "是" : "否"));
        }
        for (int n = 3; n <= 100; n++) {
            rows.add(List.of("G%03d".formatted(n), "演示嘉宾" + n + "（虚构）", "Guest " + n, "某机构" + n % 17, List.of("亚洲", "欧洲", "非洲", "美洲").get(n % 4), n % 9 == 0 ? "主要嘉宾" : "一般嘉宾", "省商务厅",
                    "仲夏阳", "", "", "", "", "", n % 5 == 0 ? "是" : "否"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet("guests");
            for (int column = 0; column < Guest.COLUMNS.size(); column++) {
                sheet.value(0, column, messages.getMessage("meetings.guest." + Guest.COLUMNS.get(column), null, Locale.SIMPLIFIED_CHINESE));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        guests.take(id, new ByteArrayInputStream(out.toByteArray()), by, at);
    }

    private void tasks(JsonNode event, long id, long moved, Actor by, Instant begun) {
        Map<String, Long> streams = new HashMap<>();
        for (JsonNode s : event.get("streams")) {
            String owner = s.has("owner_org") ? organizations.byCode(Paper.text(s, "owner_org")).orElseThrow().shortName()
                    : directory.person(play.person(Paper.text(s, "owner"))).orElseThrow().name();
            streams.put(Paper.text(s, "code"), plan.stream(id, Paper.text(s, "code"), Paper.text(s, "name"), owner, by, begun));
        }
        Map<String, Long> made = new HashMap<>();
        for (JsonNode t : event.get("tasks")) {
            LocalDate due = LocalDate.parse(Paper.text(t, "due_at")).plusDays(moved);
            List<Long> waits = Paper.texts(t, "depends_on").stream().map(made::get).toList();
            long task = plan.task(id, new Task.Entry(streams.get(Paper.text(t, "stream")), Paper.text(t, "title"), null, due.minusDays(16), due, Paper.text(t, "standard"), waits), by, begun);
            made.put(Paper.text(t, "id"), task);
            if (Paper.text(t, "state").equals("DONE") && due.isBefore(LocalDate.ofInstant(clock.instant(), zone).plusDays(4))) {
                plan.done(id, task, "已按标准完成：" + Paper.text(t, "standard"), by, due.atTime(15, 0).atZone(zone).toInstant().isAfter(clock.instant()) ? clock.instant() : due.atTime(15, 0).atZone(zone).toInstant());
            }
        }
    }
}
