package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every component in both languages at a desk and on a telephone: legible for everybody, nothing sticks out, no script complains. */
class LookTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"WIDE, zh-CN", "WIDE, en", "NARROW, zh-CN", "NARROW, en"})
    void everyComponentIsLegibleAndFits(Browser.Width width, String language) {
        try (Browser browser = browser(width, language)) {
            browser.open("/login");
            browser.screenshot("look-login-" + width.name().toLowerCase() + "-" + language);
            assertThat(browser.fits()).as("/login fits").isTrue();
            assertThat(browser.axe()).as("/login").isEmpty();
            browser.login("S008");
            for (String path : new String[] {"/ui", "/ui/paper"}) {
                assertThat(browser.open(path).status()).isEqualTo(200);
                browser.screenshot("look" + path.replace('/', '-') + "-" + width.name().toLowerCase() + "-" + language);
                assertThat(browser.fits()).as("%s fits", path).isTrue();
                assertThat(browser.axe()).as(path).isEmpty();
            }
        }
    }
}
