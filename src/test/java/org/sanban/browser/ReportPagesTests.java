package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each page of the reports at a desk and on a telephone: legible, nothing sticks out, every text is there, and a figure leads to its list. */
class ReportPagesTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"WIDE, zh-CN", "NARROW, en"})
    void everyReportIsLegibleAndFits(Browser.Width width, String language) {
        try (Browser browser = browser(width, language).login("S015")) {
            for (String path : List.of(
                    "/reports", "/reports/time?period=year", "/reports/errors/list?figure=ALL", "/reports/errors/actions", "/reports/time/list?measure=STARTED&period=year", "/reports/monthly")) {
                assertThat(browser.open(path).status()).as(path).isEqualTo(200);
                browser.screenshot("reports" + path.replaceAll("[/?=&]", "-") + "-" + width.name().toLowerCase() + "-" + language);
                assertThat(browser.page().locator("body").innerText()).as(path).doesNotContainPattern("\\[[a-z]+\\.[a-z.-]+]");
                assertThat(browser.fits()).as("%s fits", path).isTrue();
                assertThat(browser.axe()).as(path).isEmpty();
            }
            browser.open("/reports/time?period=year");
            browser.page().locator(".fig a").first().click();
            assertThat(browser.page().url()).contains("/reports/time/list").contains("measure=DUE");
        }
    }
}
