package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of the dropped character (issue 4, shows 1): a recipient calls, and it is told, mended, understood, explained and closed. */
class DroppedCharacterTests extends BrowserTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Positions positions;

    @Test
    void aCharacterThatARecipientMissedIsToldInAMinuteMendedUnderstoodExplainedAndClosed() {
        String mark = "漏一“不”字" + UUID.randomUUID().toString().substring(0, 6);
        try (Browser teller = browser().login("S013"); Browser keeper = browser().login("S006"); Browser head = browser().login("S017")) {
            long begun = System.nanoTime();
            teller.page().keyboard().press("x");
            teller.page().waitForURL("**/errors/new");
            assertThat(teller.page().locator("[name=description]")).isFocused();
            teller.page().locator("[name=description]").fill("通知第三条" + mark);
            teller.page().locator("[name=shouldBe]").fill("不得擅自扩大范围");
            teller.page().locator("input[value=RECIPIENT]").check();
            teller.page().locator("[name=business]").selectOption("DOC_OUT");
            teller.page().keyboard().press("Control+Enter");
            assertThat(teller.page().locator(".flash.good")).isVisible();
            assertThat((System.nanoTime() - begun) / 1_000_000_000L).as("told in under a minute").isLessThan(60);
            String path = teller.page().url().replaceFirst("https?://[^/]+", "");
            SubjectRef ref = new SubjectRef("error", Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));

            keeper.open("/tray?tab=errors");
            keeper.page().locator(".row a.t[href='" + path + "']").click();
            Page k = keeper.page();
            k.locator("[name=correction]").fill("当日印发更正，替换公开页");
            send(k, "/correction");
            finish(ref, "S006", "confirmed");
            keeper.open(path);
            k.locator("input[name=kind][value=OMITTED]").check();
            k.locator("input[name=severity][value=S2]").check();
            k.locator("[name=type]").selectOption("E-DO-05");
            k.locator("[name=madeStep]").selectOption("proofread");
            k.locator("[name=foundStep]").selectOption("recipient");
            k.locator("[name=madeAt]").fill("2026-06-12T10:00");
            k.locator("[name=role]").fill("校对人");
            pick(k.locator("[name=unit]"), office.unit("MSS"));
            keeper.screenshot("errors-classify");
            send(k, "/classification");
            finish(ref, "S006", "classified");
            finish(ref, "S017", "set");

            Page h = head.page();
            head.open(path);
            h.locator("[name=why1]").fill("终校只看了正文，没有逐字核对改动处");
            h.locator("[name=why2]").fill("校对清单没有这一项");
            h.locator("input[name=causes][value=SLIP]").check();
            send(h, "/causes");
            finish(ref, "S017", "analysed");
            head.open(path);
            h.locator("[name=what]").fill("终校对改动处逐字核对");
            h.locator("[name=dueOn]").fill("2026-07-01");
            send(h, "/actions");
            h.locator("#f-actions details summary").first().click();
            h.locator("#f-actions [name=evidence]").first().fill("新清单已启用");
            send(h, "/evidence");
            finish(ref, "S017", "corrected");

            keeper.open(path);
            k.locator("[name=method]").fill("抽查三十件");
            k.locator("[name=result]").fill("未再发生");
            send(k, "/verifications");
            finish(ref, "S006", "explain");

            head.open(path);
            h.locator("[name=meeting]").fill("作风效能建设推进会");
            h.locator("[name=plannedAt]").fill("2026-06-20T09:00");
            h.locator("[name=speakerRole]").fill("承办处室负责同志");
            send(h, "/plan");
            assertThat(h.locator("[name=happened]")).hasValue("通知第三条" + mark);
            send(h, "/form");
            h.locator("details summary").filter(new Locator.FilterOptions().setHasText("登记说明情况")).click();
            h.locator("[name=record]").fill("已说明，会议要求举一反三");
            send(h, "/record");
            finish(ref, "S017", "explained");

            keeper.open(path);
            k.locator("[name=rule]").fill("R-22");
            send(k, "/lesson");
            intoTheCasebook(keeper, path, mark);
            finish(ref, "S006", "entered");
            finish(ref, "S006", "rule-made");
            teller.open(path);
            teller.screenshot("errors-closed");
            assertThat(teller.page().locator("main").innerText()).contains("已办结", "R-22", "校对 ", "终校对改动处逐字核对").doesNotContain("邬思齐");
            assertThat(teller.page().locator("body").innerText()).doesNotContainPattern("\\[[a-z]+\\.[a-z.-]+]");
            assertThat(teller.axe()).isEmpty();
            teller.open("/casebook?q=" + mark.substring(mark.length() - 6));
            assertThat(teller.page().locator(".cases li")).hasCount(1);
            assertThat(teller.page().locator(".cases")).containsText("发文");
            teller.open("/errors?q=" + mark.substring(mark.length() - 6));
            assertThat(teller.page().locator("tbody tr")).hasCount(1);
        }
    }

    /** It names the one who proofread first, and is refused for that. */
    private static void intoTheCasebook(Browser keeper, String path, String mark) {
        keeper.open(path);
        Page page = keeper.page();
        page.locator("form[action='/casebook/cases'] button").click();
        page.locator("[name=title]").fill("少了一个字：" + mark);
        page.locator("[name=before]").fill("得擅自扩大范围");
        page.locator("[name=after]").fill("不得擅自扩大范围");
        page.locator("[name=right]").fill("终校与签发稿逐字核对。");
        page.locator("[name=why]").fill("邬思齐只看了正文");
        page.locator("[name=changed]").fill("终校对改动处逐字核对");
        page.locator("[name=questions]").fill("我看的是签发稿吗？");
        page.locator("button[name=publish]").click();
        assertThat(page.locator(".wrong").first()).containsText("邬思齐");
        page.locator("[name=why]").fill("终校只看了正文");
        keeper.screenshot("casebook-write");
        page.locator("button[name=publish]").click();
        assertThat(page.locator(".flash.good")).isVisible();
    }

    private static void send(Page page, String door) {
        page.locator("form[action$='" + door + "'] button").first().click();
        assertThat(page.locator(".flash.good")).isVisible();
    }

    private static void pick(Locator select, long value) {
        select.evaluate("(s, v) => { s.value = v; s.dispatchEvent(new Event('change')); }", String.valueOf(value));
    }

    private void finish(SubjectRef ref, String who, String way) {
        handlings.apply(ref, complete(ref, who, way, null), office.actor(who), office.now(), UUID.randomUUID().toString());
    }

    private Act complete(SubjectRef ref, String who, String way, String opinion) {
        Actor by = office.actor(who);
        Positions.Position at = positions.of(ref, by).orElseThrow();
        return Act.Complete.of(java.util.Objects.requireNonNull(at.mainAt(String.valueOf(at.step()))), way, opinion);
    }
}
