package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Desk;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Trial;
import org.sanban.workflow.Urgency;
import org.springframework.beans.factory.annotation.Autowired;

/** The tray, what lies beside it, and the forms of the engine, as people use them. */
class TrayPagesTests extends BrowserTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Desk desk;

    @ParameterizedTest
    @CsvSource({"WIDE, zh-CN", "WIDE, en", "NARROW, zh-CN", "NARROW, en"})
    void everyPageOfTheEngineIsLegibleAndFits(Browser.Width width, String language) {
        SubjectRef urgent = started("关于沱江中游水位超警戒的紧急报告", Urgency.URGENT);
        SubjectRef ordinary = started("关于2026年度省级预算调整有关事项的请示", Urgency.NORMAL);
        countersigned(ordinary);
        String look = width.name().toLowerCase() + "-" + language;
        try (Browser browser = browser(width, language)) {
            browser.login("S017");
            for (String path : List.of(
                    "/tray", "/tray/done", "/tray/followed", "/handlings/" + urgent + "/completions", "/handlings/" + urgent + "/errands",
                    "/handlings/" + urgent + "/circulations", "/handlings/" + ordinary + "/urges")) {
                looks(browser, path, "desk" + path.replaceAll("/trial/\\d+", "").replace('/', '-') + "-" + look);
            }
            browser.open("/handlings/panel?subject=" + ordinary);
        }
        try (Browser browser = browser(width, language)) {
            browser.login("A01");
            for (String path : List.of("/admin/procedures", "/admin/procedures/trial/draft", "/admin/procedures/trial/draft/steps/sign")) {
                looks(browser, path, "desk" + path.replace('/', '-') + "-" + look);
            }
        }
    }

    private static void looks(Browser browser, String path, String name) {
        assertThat(browser.open(path).status()).as(path).isEqualTo(200);
        browser.screenshot(name);
        assertThat(browser.fits()).as("%s fits", path).isTrue();
        assertThat(browser.axe()).as(path).isEmpty();
        assertThat(browser.page().content()).as(path).doesNotContain("[workflow.");
    }

    @Test
    void theSelectedLineIsShownBesideTheListAndDoneByKeyboard() {
        SubjectRef subject = started("关于水库调度的请示", Urgency.TOP);
        try (Browser browser = browser()) {
            browser.login("S017");
            browser.open("/tray");
            Page page = browser.page();
            page.keyboard().press("j");
            page.waitForSelector("#preview .acts");
            browser.screenshot("desk-tray-preview");
            page.keyboard().press("a");
            page.waitForURL(url -> url.contains("/completions"));
            page.locator("button.go").click();
            assertThat(page.locator("[data-objections]").count()).isEqualTo(1);
            browser.screenshot("desk-act-refused");
        }
        assertThat(desk.of(subject, office.actor("S017"), clock.instant())).anyMatch(o -> o.doing() == Doing.COMPLETION);
    }

    private SubjectRef started(String title, Urgency urgency) {
        Actor by = office.actor("S017");
        SubjectRef subject = Trial.next();
        handlings.start(subject, "trial", Trial.card(title, urgency, by), List.of(), by, clock.instant(), id());
        return subject;
    }

    private void countersigned(SubjectRef subject) {
        Actor by = office.actor("S017");
        long task = desk.of(subject, by, clock.instant()).stream().filter(o -> o.doing() == Doing.COMPLETION).findFirst().orElseThrow().task();
        handlings.apply(subject, new Act.Circulate(List.of(List.of(office.person("S010")), List.of(office.person("S011"))), "请阅"), by, clock.instant(), id());
        handlings.apply(subject, Act.Complete.of(task, "on", "请会签", Act.Pick.person(office.person("S018")), Act.Pick.person(office.person("S019"))), by, clock.instant(), id());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
