package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanban.demo.SampleOffice.text;
import static org.sanban.demo.SampleOffice.texts;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.audit.SubjectRef;
import org.sanban.demo.SampleOffice;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.outcome.Minutes;
import org.sanban.meetings.replies.Attendees;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.WorkCalendar;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The five meetings of the sample office from the plan to the archive in a real browser, each acted on where it differs from the others
 * (issue 6, shows 1). What other journeys show in pages goes through the services, at the times of the sample.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleMeetingJourneyTests extends NextDoorTest {

    private static final int MINUTES_WITHIN_DAYS = 3;

    @Autowired ApplicationContext context;
    @Autowired Meetings meetings;
    @Autowired Minutes minutes;
    @Autowired Attendees attendees;
    @Autowired Affairs affairs;
    @Autowired Entrusting entrusting;
    @Autowired AffairReporting reporting;
    @Autowired Concluding concluding;
    @Autowired Positions positions;
    @Autowired Directory directory;
    @Autowired WorkCalendar calendar;
    @Autowired JdbcClient jdbc;

    private final Looking looking = new Looking();
    private SampleOffice sample;
    private Desks desks;

    @BeforeAll
    void anOfficeWithoutVisitors() {
        sample = new SampleOffice(context);
        desks = new Desks(port, clock);
    }

    @AfterAll
    void nothingWentWrongOnTheWay() {
        desks.close();
        assertThat(looking.faults()).isEmpty();
    }

    @Test
    void unitsAreCalledInItemByItemAndWhatWasDecidedIsFollowedToTheArchive() {
        JsonNode one = SampleOffice.meeting("M-2026-001");
        String who = sample.organizer(one);
        long id = sample.noticed(one);
        sample.answered(one, id);
        sample.ready(one, id);
        desks.at(sample.starts(one));
        Page page = desks.open(who, "/meetings/" + id + "/day");
        Desks.press(page.locator("form[action*='/day/check-ins/'] button").first());
        sample.checkIn(one, id);
        Desks.press(page.locator("form[action$='/day/begin'] button"));
        Locator items = page.locator("#running tbody tr");
        assertThat(items).hasCount(one.get("agenda").size());
        Desks.press(items.first().locator("form[action$='/begin'] button"));
        clock.forward(Duration.ofMinutes(4));
        Desks.press(page.locator("form[action$='/day/report'] button"));
        assertThat(read(id).stamps().reported()).as("attendance is told within five minutes").isBeforeOrEqualTo(sample.starts(one).plus(Duration.ofMinutes(5)));

        List<String> called = texts(one.get("agenda").get(1), "attend").stream().map(sample::body).toList();
        Locator second = items.nth(1);
        assertThat(second.locator(".person")).hasCount(called.size());
        assertThat(second).containsText("叫会");
        Desks.press(second.locator("button[value=false]").first());
        assertThat(second.locator(".tag.blue")).hasCount(1);
        Desks.press(second.locator("button[value=true]").first());
        assertThat(second.locator(".person").first().locator(".tag.green")).isVisible();
        clock.forward(Duration.ofMinutes(16));
        Desks.press(items.first().locator("form[action$='/end'] button"));
        Desks.press(second.locator("form[action$='/begin'] button"));
        assertThat(second).hasClass("sel");
        sample.held(one, id);
        sample.finished(one, id);

        desks.at(sample.time(text(one.get("minutes_submission"), "issued_at")).plus(Duration.ofMinutes(30)));
        page = desks.open("S016", "/meetings/" + id + "/outcome");
        issuedInTime(page, one, id);
        assertThat(page.locator(".bar")).containsText("已结束");
        assertThat(positions.of(MeetingKind.ref(id), Actor.SYSTEM).orElseThrow().outcome()).isEqualTo("STORED");
        List<Affair> arisen = arisen(id);
        assertThat(arisen).extracting(Affair::instruction).as("each decision is a matter of its own, word for word")
                .containsExactlyElementsOf(java.util.stream.StreamSupport.stream(one.get("decisions").spliterator(), false).map(d -> text(d, "text")).toList());
        assertThat(page.locator("#affairs li")).hasCount(arisen.size());
        page.locator("#affairs li a[href='/affairs/" + arisen.getFirst().id() + "']").click();
        followedInPages(page, arisen.getFirst().ref());
        arisen.stream().skip(1).forEach(affair -> followed(affair.ref()));
        page = desks.open("S016", "/meetings/" + id + "/outcome");
        assertThat(page.locator("#affairs li")).hasCount(arisen.size());
        for (int n = 0; n < arisen.size(); n++) {
            assertThat(page.locator("#affairs li").nth(n)).containsText("已归档");
        }
        page = desks.open("S016", "/reports/meetings?measure=MINUTES");
        assertThat(page.locator("tbody")).containsText(text(one, "name"));
        looking.at(desks.browser("S016"), "reports-meetings");
        assertThat(jdbc.sql("select count(*) from handling where subject_kind = 'affair' and outcome = 'STORED' and subject_id in (:ids)")
                .param("ids", arisen.stream().map(Affair::id).toList()).query(Integer.class).single()).as("to the shelf").isEqualTo(arisen.size());
    }

    @Test
    void theUrgentMeetingOfASundayGoesStraightToTheEquipment() {
        JsonNode one = SampleOffice.meeting("M-2026-002");
        String who = sample.organizer(one);
        long id = sample.noticed(one);
        sample.answered(one, id);
        desks.at(sample.time(text(one.get("notice"), "rsvp_due")));
        Page page = desks.open(who, "/meetings/" + id);
        Desks.act(page, "急会，直接备会");
        assertThat(page.locator(".bar")).containsText("设备检查");
        sample.equip(one, id);
        sample.checkIn(one, id);
        sample.held(one, id);
        sample.finished(one, id);

        desks.at(sample.time(text(one.get("minutes_submission"), "issued_at")).plus(Duration.ofMinutes(30)));
        page = desks.open(who, "/meetings/" + id + "/outcome");
        issuedInTime(page, one, id);
        assertThat(page.locator("#f-pressText .timeline li")).hasCount(one.get("news_release").get("rounds").asInt());
        stored(page, one, id);
    }

    @Test
    void theVideoMeetingIsPlannedWithItsBranchVenuesWhoseLinesAreTested() {
        JsonNode one = SampleOffice.meeting("M-2026-003");
        String who = sample.organizer(one);
        desks.at(sample.time(text(one.get("approved"), "at")).minus(Duration.ofMinutes(25)));
        Page page = desks.open(who, "/meetings/new");
        page.locator("#f-title").fill(text(one, "name"));
        page.locator("#f-type").selectOption(text(one, "type"));
        Walk.choose(page, "#f-chair", directory.person(office.person(text(one, "chair"))).orElseThrow().name());
        page.locator("#f-starts").fill(text(one, "date") + "T" + text(one, "start"));
        page.locator("#f-ends").fill(text(one, "date") + "T" + text(one, "end"));
        page.locator("#f-place").fill(text(one, "place"));
        page.locator("#f-reason").fill("部署防汛抗旱和安全生产工作");
        page.locator("#f-video").check();
        page.locator("#f-branches").fill(String.join("\n", sample.branches(one)));
        Desks.press(page.locator("main form button.go"));
        long id = Long.parseLong(page.url().replaceFirst(".*/", ""));
        assertThat(page.locator(".bar")).containsText("视频");
        sample.branches(one).forEach(branch -> assertThat(page.locator("main")).containsText(branch));
        sample.tell(one, id);
        sample.answered(one, id);
        sample.prepared(one, id);

        desks.at(sample.starts(one).minus(Duration.ofMinutes(30)));
        Page technician = desks.open("S029", "/meetings/" + id + "/day");
        technician.locator("#f-item").selectOption("lines");
        technician.locator("#f-round").selectOption("T_30");
        String issue = text(one.get("venue_checks").get(0), "issues");
        technician.locator("#f-note").fill(issue);
        Desks.press(technician.locator("form[action$='/day/equipment'] .acts button"));
        assertThat(technician.locator("#f-equipment")).containsText(issue);
        sample.equip(one, id);
        sample.checkIn(one, id);
        sample.held(one, id);
        sample.finished(one, id);

        desks.at(sample.time(text(one.get("news_release"), "decided_at")).plus(Duration.ofHours(3)));
        Page end = desks.open(who, "/meetings/" + id + "/outcome");
        assertThat(end.locator("#f-minutes")).hasCount(0);
        assertThat(end.locator("#f-pressText")).containsText("同意");
        assertThat(end.locator("#f-decisions")).containsText(text(one.get("decisions").get(0), "text"));
        assertThat(end.locator(".bar")).containsText("已结束");
    }

    @Test
    void thoseWhoComeToTheOfficeMeetingCheckInWithTheirPassAndItsPapersGoToTheArchive() {
        JsonNode one = SampleOffice.meeting("M-2026-004");
        String who = sample.organizer(one);
        long id = sample.noticed(one);
        sample.answered(one, id);
        sample.ready(one, id);
        desks.at(sample.starts(one).minus(Duration.ofMinutes(10)));
        Page page = desks.open(who, "/meetings/" + id + "/agenda");
        assertThat(page.locator("main")).containsText("第一议题");
        seatsAreMoved(desks.open(who, "/meetings/" + id + "/papers"));
        page = desks.open(who, "/meetings/" + id + "/day");
        page.locator("#f-code").fill(attendees.of(id).getFirst().pass());
        Desks.press(page.locator("form[action$='/day/check-ins'] button"));
        assertThat(page.locator("#f-report .rows li").first()).containsText("扫码");
        sample.checkIn(one, id);
        sample.held(one, id);
        sample.finished(((ObjectNode) one.deepCopy()).put("state", "CLOSED"), id);

        desks.at(sample.time(text(one.get("minutes_submission"), "issued_at")).plus(Duration.ofMinutes(30)));
        page = desks.open(who, "/meetings/" + id + "/outcome");
        issuedInTime(page, one, id);
        stored(page, one, id);
    }

    @Test
    void theMeetingThatIsPutOffWaitsUntilEverybodyWhoHadTheNoticeHasConfirmed() {
        JsonNode one = SampleOffice.meeting("M-2026-005");
        JsonNode before = ((ObjectNode) one.deepCopy()).put("start", "08:30").put("end", "10:20");
        String who = sample.organizer(one);
        long id = sample.noticed(before);
        sample.answered(before, id);
        desks.at(sample.time(text(one.get("notice"), "rsvp_due")).plus(Duration.ofMinutes(30)));
        Page page = desks.open(who, "/meetings/" + id + "/replies");
        page.locator("form[action$='/link'] button").first().click();
        String link = page.locator(".flash code").innerText().replaceFirst("https?://[^/]+", "");
        page = desks.open(who, "/meetings/" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("延期")).click();
        page.locator("#f-starts").fill(text(one, "date") + "T" + text(one, "start"));
        page.locator("#f-ends").fill(text(one, "date") + "T" + text(one, "end"));
        page.locator("form[action$='/changes'] button.go").click();
        assertThat(page.locator(".field.bad")).containsText("原因");
        page.locator("#f-changeReason").fill("与省委常委会时间冲突");
        Desks.press(page.locator("form[action$='/changes'] button.go"));
        Locator waiting = page.locator("#f-changes .focus-row");
        assertThat(waiting).hasCount(2);
        looking.at(desks.browser(who), "meeting-postponed");

        try (Browser outside = browser(Browser.Width.NARROW, "zh-CN")) {
            outside.open(link);
            assertThat(outside.page().locator("dl")).containsText(text(one, "start"));
            Desks.press(outside.page().locator("form[action$='/confirmation'] button"));
            assertThat(outside.page().locator("form[action$='/confirmation']")).hasCount(0);
        }
        page = desks.open(who, "/meetings/" + id);
        assertThat(waiting).hasCount(1);
        Desks.press(waiting.locator("button"));
        assertThat(waiting).hasCount(0);
        assertThat(read(id).starts()).isEqualTo(sample.starts(one));
        sample.ready(one, id);
        sample.checkIn(one, id);
        sample.held(one, id);
        sample.finished(one, id);

        desks.at(sample.time(text(one.get("minutes_submission"), "issued_at")).plus(Duration.ofMinutes(30)));
        page = desks.open(who, "/meetings/" + id + "/outcome");
        issuedInTime(page, one, id);
        stored(page, one, id);
    }

    @Test
    void aMeetingThatIsCalledOffEndsWhenEverybodyHasConfirmedIt() {
        ObjectNode one = (ObjectNode) SampleOffice.meeting("M-2026-005").deepCopy();
        one.put("name", "第三届云岭绿色产品博览会筹备工作专题会议（改期前）").put("place", "云岭国际会展中心");
        ((ObjectNode) one.get("agenda").get(3)).put("reporter_org", "MSQ");
        String who = sample.organizer(one);
        long id = sample.noticed(one);
        desks.at(sample.time(text(one.get("notice"), "sent_at")).plus(Duration.ofMinutes(20)));
        Page page = desks.open(who, "/meetings/" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("取消")).click();
        page.locator("#f-cancelReason").fill("改由书面征求意见");
        Desks.press(page.locator("form[action$='/cancellation'] button.no"));
        Locator waiting = page.locator("#f-changes .focus-row");
        assertThat(waiting).hasCount(3);
        Desks.act(page, "会议取消");
        Walk.press(page, "均已确认，会议取消");
        page.locator("main form button.go").last().click();
        assertThat(page.locator(".objections")).containsText("省商务厅");

        Page head = desks.open("S022", "/meetings/" + id);
        Desks.act(head, "阅毕");
        page = desks.open(who, "/meetings/" + id);
        assertThat(waiting).hasCount(2);
        Desks.press(waiting.first().locator("button"));
        Desks.press(waiting.first().locator("button"));
        Desks.act(page, "均已确认，会议取消");
        assertThat(positions.of(MeetingKind.ref(id), Actor.SYSTEM).orElseThrow().outcome()).isEqualTo("CANCELLED");
        page = desks.open(who, "/meetings/" + id);
        assertThat(page.locator(".bar")).containsText("已取消");
        looking.at(desks.browser(who), "meeting-called-off");
        page = desks.open(who, "/meetings/calendar?span=WEEK&day=" + text(one, "date"));
        assertThat(page.locator(".calendar a.off[href='/meetings/" + id + "']")).isVisible();
    }

    /** With the mouse and back with the keys. */
    private static void seatsAreMoved(Page page) {
        Locator seats = page.locator(".seats li");
        String first = seats.first().locator("b").innerText();
        String second = seats.nth(1).locator("b").innerText();
        seats.first().dragTo(seats.nth(1));
        assertThat(page.locator(".flash.good")).isVisible();
        assertThat(seats.first().locator("b")).hasText(second);
        assertThat(seats.nth(1)).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(seats.first().locator("b")).hasText(first);
        assertThat(seats.first()).isFocused();
    }

    /** The page of the outcome says what was decided, and when the minutes went out. */
    private void issuedInTime(Page page, JsonNode one, long id) {
        Meeting m = read(id);
        Minutes.Standing paper = minutes.of(m, clock.instant());
        assertThat(paper).isNotNull();
        assertThat(page.locator("#f-minutes")).containsText(String.valueOf(paper.number()));
        assertThat(page.locator("#f-minutes")).containsText("逐字一致");
        assertThat(paper.issued()).as("within three working days").isBefore(calendar.plus(m.stamps().over(), MINUTES_WITHIN_DAYS * calendar.minutesPerDay()));
        one.get("decisions").forEach(d -> assertThat(page.locator("#f-decisions")).containsText(text(d, "text")));
    }

    /** Handed over in the page of who ran it; the archive takes it in. */
    private void stored(Page page, JsonNode one, long id) {
        Desks.act(page, "移交档案室");
        sample.takeIn(MeetingKind.ref(id), clock.instant());
        page.navigate(page.url());
        assertThat(page.locator(".bar")).containsText(text(one, "name"));
        assertThat(page.locator(".bar")).containsText("已结束");
        assertThat(positions.of(MeetingKind.ref(id), Actor.SYSTEM).orElseThrow().outcome()).isEqualTo("STORED");
    }

    private List<Affair> arisen(long meeting) {
        return jdbc.sql("select id from affair where source_kind = 'meeting' and source_id = ? order by id").param(meeting).query(Long.class).list().stream()
                .map(id -> affairs.one(id, Actor.SYSTEM)).toList();
    }

    private void followedInPages(Page page, SubjectRef affair) {
        Looking.settle(page);
        Desks.act(page, "送立项");
        sample.finish(affair, "S015", "registered", "同意立项。", clock.instant());
        page = desks.open("S016", "/affairs/" + affair.id());
        Desks.press(page.locator("#entrust button.go"));
        toldFromOutside(page);
        page = desks.open("S016", "/affairs/" + affair.id());
        assertThat(page.locator("#rounds")).containsText("首次调度安排于6月18日召开");
        assertThat(page.locator("[name=kept]")).isChecked();
        Desks.press(page.locator("#feedback button.go"));
        page = desks.open("S016", "/affairs/" + affair.id());
        page.locator("#f-result").fill("首次调度安排已报省政府");
        Desks.press(page.locator("#result .acts button"));
        Desks.act(page, "合格，办结");
        assertThat(page.locator(".bar")).containsText("已办结");
        Desks.act(page, "移交档案室");
        sample.takeIn(affair, clock.instant());
    }

    /** The body outside that leads tells through its link, without an account. */
    private void toldFromOutside(Page page) {
        page.locator("#links form button").first().click();
        String link = page.locator("#outside-link").inputValue().replaceFirst("https?://[^/]+", "");
        try (Browser outside = browser(Browser.Width.NARROW, "zh-CN")) {
            outside.open(link);
            outside.page().locator("#f-words").fill("首次调度安排于6月18日召开");
            outside.page().locator("form.sheet button.go").click();
            assertThat(outside.page().locator("#e-signedBy")).isVisible();
            outside.page().locator("#f-signedBy").fill("委主要负责同志");
            outside.page().locator("#f-evidence").setInputFiles(new FilePayload("调度安排.txt", "text/plain", ("调度安排 " + key()).getBytes(StandardCharsets.UTF_8)));
            outside.page().locator("form.sheet button.go").click();
            assertThat(outside.page().locator(".flash.good")).isVisible();
            assertThat(outside.fits()).isTrue();
            looking.at(outside, "affair-outside");
        }
    }

    private void followed(SubjectRef affair) {
        Instant now = clock.instant();
        sample.finish(affair, "S016", "proposed", now);
        sample.finish(affair, "S015", "registered", "同意立项。", now);
        entrusting.entrust(affair.id(), null, sample.actor("S016", now), now, key());
        answered(affair);
        concluding.result(affair.id(), "已落实", null, sample.actor("S016", now), now);
        sample.finish(affair, "S016", "closed", now);
        sample.finish(affair, "S016", "transferred", now);
        sample.takeIn(affair, now);
    }

    /** By whoever leads, with what it rests on; what the supporting units said was heard by telephone. */
    private void answered(SubjectRef affair) {
        Instant now = clock.instant();
        Affair read = affairs.one(affair.id(), Actor.SYSTEM);
        Upload proof = new Upload("落实情况.txt", new ByteArrayInputStream(("落实情况 " + key()).getBytes(StandardCharsets.UTF_8)), Attachment.Copy.RESULT);
        reporting.feedback(affair.id(), new AffairReporting.Told("已按纪要落实", read.leadBody(), null, List.of()), List.of(proof), read.supportUnits().isEmpty() ? null : "已会商",
                sample.actor(sample.holderOf(affair, now, "S016"), now), now, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Meeting read(long id) {
        return meetings.one(id, Actor.SYSTEM);
    }
}
