package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a form does for the one who types. */
class FormsTests extends BrowserTest {

    @Test
    void aRefusedFormKeepsEverythingTypedAndLeadsToWhatIsWrong() {
        try (Browser browser = browser()) {
            Page page = style(browser.login("S008"));
            page.getByLabel("标题").last().fill("关于防汛的通知");
            page.getByLabel("份数").fill("三");
            choose(page, "#f-lead", "zxy");
            page.locator("#f-opinion").fill("拟请阅示。\n第二行");
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, button("发送")).click();

            assertThat(page.locator(".objections")).isFocused();
            assertThat(page.locator("#f-title")).hasValue("关于防汛的通知");
            assertThat(page.locator("#f-copies")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("#f-opinion")).hasValue("拟请阅示。\n第二行");
            assertThat(page.locator("#f-lead")).hasValue("仲夏阳");
            assertThat(page.locator("#f-due")).hasAttribute("aria-invalid", "true");
            page.locator(".objections a").first().click();
            assertThat(page).hasURL(Pattern.compile("#f-"));
            browser.screenshot("form-refused");
            assertThat(browser.axe()).isEmpty();
        }
    }

    @Test
    void aDoubleClickSendsOnce() {
        try (Browser browser = browser()) {
            Page page = style(browser.login("S008"));
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, button("发送")).dblclick();
            assertThat(page.locator(".objections")).isVisible();
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void aTextThatNeverArrivedIsOfferedBackAndOneThatArrivedIsNot() {
        try (Browser browser = browser()) {
            Page page = style(browser.login("S008"));
            page.onDialog(com.microsoft.playwright.Dialog::accept);
            page.locator("#f-opinion").fill("半句话");
            style(browser);
            page.locator(".kept button").first().click();
            assertThat(page.locator("#f-opinion")).hasValue("半句话");

            page.locator("#f-title").fill("通知");
            page.locator("#f-due").fill("2026-11-30");
            page.locator("#f-kind").selectOption("NOTICE");
            choose(page, "#f-lead", "桑");
            page.getByLabel("已与原件核对").check();
            page.locator("#f-opinion").press("Control+Enter");
            assertThat(page.locator(".flash.good")).containsText("通知");
            assertThat(page.locator(".kept")).hasCount(0);
        }
    }

    @Test
    void theKeyboardMovesOpensAndTypesWithoutBeingMistaken() {
        try (Browser browser = browser()) {
            Page page = style(browser.login("S008"));
            page.keyboard().press("j");
            page.keyboard().press("j");
            assertThat(page.locator(".row.sel")).hasCount(1);
            assertThat(page.locator(".row").nth(1)).hasClass(Pattern.compile("sel"));
            page.locator("#f-title").pressSequentially("jk?");
            assertThat(page.locator("#f-title")).hasValue("jk?");
            assertThat(page.locator(".row").nth(1)).hasClass(Pattern.compile("sel"));
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
        }
    }

    private static Page style(Browser browser) {
        assertThat(browser.open("/ui").status()).isEqualTo(200);
        return browser.page();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void choose(Page page, String box, String typed) {
        page.locator(box).fill(typed);
        page.locator(box).press("Enter");
    }
}
