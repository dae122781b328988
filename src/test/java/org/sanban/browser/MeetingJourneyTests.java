package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting in a real browser: planned, approved, its notice answered through a link without an account, held, its minutes drafted. */
class MeetingJourneyTests extends BrowserTest {

    private static final String ROOM = "S014";
    private static final String TITLE = "第三届云岭绿色产品博览会筹备工作专题会议（第3次）";

    @Autowired
    Handlings handlings;

    @Autowired
    Meetings meetings;

    @Autowired
    Decisions decisions;

    private final Looking looking = new Looking();

    @Test
    void aMeetingIsPlannedAnsweredByLinkHeldAndItsDecisionsArePrintedIntoTheMinutes() {
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), clock.getZone()).plusDays(2).withHour(10).withMinute(0);
        long id;
        try (Browser room = browser().login(ROOM)) {
            Page page = room.page();
            room.open("/meetings/new");
            looking.at(room, "meeting-plan");
            page.locator("#f-title").fill(TITLE);
            page.locator("#f-type").selectOption("SPECIAL");
            Walk.choose(page, "#f-chair", "闻修远");
            page.locator("#f-starts").fill(start.toString());
            page.locator("#f-ends").fill(start.minusHours(1).toString());
            page.locator("#f-place").fill("省政府2号会议室");
            page.locator("#f-reason").fill("研究筹备工作");
            page.locator("main form button.go").click();
            assertThat(page.locator(".objections")).containsText("结束时间应晚于开始时间");
            page.locator("#f-ends").fill(start.plusHours(1).toString());
            page.locator("main form button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            id = Long.parseLong(page.url().replaceFirst(".*/", ""));
            looking.at(room, "meeting-show");
            act(page, "送审批", form -> Walk.choose(form, "#f-picks", "闻修远"));
        }
        try (Browser head = browser().login("S001")) {
            head.open("/meetings/" + id);
            act(head.page(), "同意，发通知", form -> form.locator("#f-opinion").fill("同意。"));
        }
        String link;
        try (Browser room = browser().login(ROOM)) {
            Page page = room.page();
            room.open("/meetings/" + id + "/agenda");
            page.locator("#f-title").fill("各工作组汇报");
            page.locator("#f-minutes").fill("90");
            page.locator("form[action$='/agenda/items'] button.go").click();
            assertThat(page.locator(".field.bad")).containsText("会议只有 60 分钟");
            page.locator("#f-minutes").fill("40");
            page.locator("form[action$='/agenda/items'] button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            looking.at(room, "meeting-agenda");
            room.open("/meetings/" + id + "/replies");
            Walk.choose(page, "#f-bodies", "省商务厅", "秘书三处");
            page.locator("form[action$='/replies/invitees'] .acts button").click();
            assertThat(page.locator(".flash.good")).isVisible();
            page.locator("#f-replyBy").fill(start.minusHours(12).toString());
            page.locator("form[action$='/replies/notice'] button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            looking.at(room, "meeting-replies");
            page.locator("form[action$='/link'] button").click();
            link = page.locator(".flash code").innerText().replaceFirst("https?://[^/]+", "");
        }
        try (Browser outside = browser(Browser.Width.NARROW, "zh-CN")) {
            outside.open(link);
            looking.at(outside, "meeting-link");
            outside.page().locator("#f-persons").fill("秦未央，副厅长，000-0000-1");
            outside.page().locator("#f-car").fill("云A·12345");
            outside.page().locator("#f-diet").fill("清真");
            outside.page().locator("main form.form button.go").click();
            assertThat(outside.page().locator(".flash.good")).containsText("回执已收到");
            assertThat(outside.open("/meetings/" + id).url()).as("the link opens nothing else").contains("/login");
        }
        try (Browser room = browser().login(ROOM)) {
            Page page = room.page();
            room.open("/meetings/" + id + "/replies");
            assertThat(page.locator("main")).containsText("秦未央");
            assertThat(page.locator("main")).containsText("云A·12345");
            assertThat(page.locator("main")).containsText("清真");
            act(page, "通知已发，收回执", form -> {});
            room.open("/meetings/" + id);
            act(page, "未收齐，说明后继续", form -> form.locator("#f-opinion").fill("秘书三处电话回复。"));
            room.open("/meetings/" + id + "/papers");
            page.locator("form[action$='/papers/seats'] button").click();
            looking.at(room, "meeting-papers");
            act(page, "材料齐备，排座次", form -> {});
            room.open("/meetings/" + id);
            act(page, "不设座牌，说明理由", form -> form.locator("#f-opinion").fill("小型会议。"));
            room.open("/meetings/" + id + "/papers/passes");
            looking.at(room, "meeting-passes");
        }
        try (Browser technician = browser().login("S029")) {
            technician.open("/meetings/" + id + "/day");
            for (String item : new String[] {"sound", "picture", "power", "light"}) {
                technician.page().locator("#f-item").selectOption(item);
                technician.page().locator("form[action$='/day/equipment'] .acts button").click();
                assertThat(technician.page().locator(".flash.good")).isVisible();
            }
            act(technician.page(), "设备检查完毕", form -> {});
        }
        clock.set(start.toString());
        try (Browser room = browser().login(ROOM)) {
            Page page = room.page();
            room.open("/meetings/" + id + "/day");
            press(page.locator("form[action*='/day/check-ins/'] button").first());
            press(page.locator("form[action$='/day/begin'] button"));
            looking.at(room, "meeting-day");
            press(page.locator("form[action$='/day/report'] button"));
            press(page.locator("form[action$='/begin'] button").first());
            clock.forward(Duration.ofMinutes(20));
            room.open("/meetings/board");
            looking.at(room, "meeting-board");
            assertThat(page.locator(".board")).containsText(TITLE);
            room.open("/meetings/" + id + "/day");
            press(page.locator("form[action$='/end'] button"));
            press(page.locator("form[action$='/day/over'] button"));
            act(page, "会议结束，整理记录", form -> {});
            room.open("/meetings/" + id + "/outcome");
            page.locator("#f-text").fill("完成境外嘉宾名单和行程首轮确认");
            Walk.choose(page, "#f-lead", "省商务厅");
            page.locator("#f-due").fill(start.plusDays(10).toString());
            page.locator("form[action$='/outcome/decisions'] button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            press(page.locator("form[action$='/outcome/minutes'] button"));
            looking.at(room, "meeting-outcome");
            assertThat(page.locator("#f-minutes")).containsText("逐字一致");
            room.open("/meetings");
            looking.at(room, "meetings");
            room.open("/meetings/year");
            looking.at(room, "meetings-year");
            room.open("/meetings/calendar?day=" + start.toLocalDate());
            looking.at(room, "meetings-calendar");
            assertThat(page.locator(".calendar")).containsText(TITLE);
            room.open("/meetings/calendar?span=ROOMS&day=" + start.toLocalDate());
            looking.at(room, "meetings-rooms");
            room.open("/meetings/topics/new");
            looking.at(room, "meetings-topic");
        }
        assertThat(handlings.stepOf(org.sanban.meetings.MeetingKind.ref(id))).isEqualTo("record");
        assertThat(decisions.of(id)).hasSize(1);
        assertThat(looking.faults()).isEmpty();
    }

    private static void act(Page page, String way, java.util.function.Consumer<Page> fills) {
        Looking.settle(page);
        Walk.press(page, way);
        fills.accept(page);
        Walk.send(page);
    }

    private static void press(Locator button) {
        button.click();
        assertThat(button.page().locator(".flash.good")).isVisible();
    }
}
