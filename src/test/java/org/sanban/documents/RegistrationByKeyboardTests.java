package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sanban.browser.Browser;
import org.sanban.browser.BrowserTest;

/** Receipt and registration in a real browser, without a mouse. */
class RegistrationByKeyboardTests extends BrowserTest {

    private static final String PASTED = "云岭省财政厅关于试办键盘登记的函（岭财函〔2026〕%d号）";

    @Test
    void aPaperIsPastedCompletedAndRegisteredWithoutAMouse() {
        try (Browser browser = browser()) {
            browser.login("S008");
            browser.open("/documents/incoming/new");
            Page page = browser.page();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-pasted");
            page.evaluate("text => { const d = new DataTransfer(); d.setData('text/plain', text);"
                    + " document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true })); }",
                    PASTED.formatted(System.nanoTime() % 90_000 + 1));
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator("#f-docNumber")).hasValue(java.util.regex.Pattern.compile("\\d+号"));
            assertThat(page.inputValue("#f-sender")).isEqualTo("云岭省财政厅");
            assertThat(page.inputValue("#f-docType")).isEqualTo("LETTER");
            assertThat(page.evaluate("document.activeElement.id")).as("the next thing to type").isEqualTo("f-copies");
            page.keyboard().type("2");
            page.keyboard().press("Tab");
            page.keyboard().type("3");
            browser.screenshot("incoming-new-filled");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/documents/incoming/new\\?like=\\d+"));

            assertThat(page.textContent(".flash")).contains("收〔2026〕");
            assertThat(page.inputValue("#f-sender")).isEqualTo("云岭省财政厅");
            page.fill("#f-title", "先签收的一件");
            page.keyboard().press("Control+s");
            page.waitForSelector(".flash:has-text('已签收')");
        }
    }

    @Test
    void thePagesAreLegibleForEverybodyAtADeskAndOnATelephoneInBothLanguages() {
        List<String> troubles = new ArrayList<>();
        for (Browser.Width width : Browser.Width.values()) {
            for (String language : List.of("zh-CN", "en")) {
                try (Browser browser = browser(width, language)) {
                    browser.login("S008");
                    browser.open("/documents/incoming/new");
                    look(browser, "incoming-new", width, language, troubles);
                    browser.open("/documents/incoming");
                    look(browser, "incoming-list", width, language, troubles);
                }
            }
        }
        assertThat(troubles).isEmpty();
    }

    private static void look(Browser browser, String name, Browser.Width width, String language, List<String> troubles) {
        String where = name + "-" + width.name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
        browser.screenshot(where);
        browser.axe().forEach(found -> troubles.add(where + ": " + found));
        if (!browser.fits()) {
            troubles.add(where + " sticks out");
        }
    }
}
