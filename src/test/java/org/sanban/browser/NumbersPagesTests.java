package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.Reservations;
import org.sanban.numbers.SeriesRegister;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of numbers in a real browser: read in both languages and widths, a number reserved and voided by the keyboard's forms. */
class NumbersPagesTests extends NextDoorTest {

    @Autowired
    SeriesRegister register;

    @Autowired
    Reservations reservations;

    @Autowired
    Numbers numbers;

    @ParameterizedTest
    @CsvSource({"WIDE, zh-CN", "WIDE, en", "NARROW, zh-CN", "NARROW, en"})
    void everyPageOfTheRegisterIsLegibleAndFits(Browser.Width width, String language) {
        long minutes = register.byCode("岭政专纪").orElseThrow().id();
        aVoidedNumber();
        try (Browser browser = browser(width, language).login("S009")) {
            browser.open("/numbers/" + minutes + "?state=VOIDED");
            String voided = browser.page().locator("tbody a.t").first().getAttribute("href");
            for (String path : List.of(
                    "/numbers", "/numbers/" + minutes, "/numbers/report?month=2026-05", voided, "/numbers/" + minutes + "/reservations",
                    "/numbers/" + minutes + "/settings", "/numbers/series/new")) {
                assertThat(browser.open(path).status()).as(path).isEqualTo(200);
                browser.screenshot("numbers" + path.replaceAll("[/?=]", "-") + "-" + width.name().toLowerCase() + "-" + language);
                assertThat(browser.page().locator("body").innerText()).as(path).doesNotContainPattern("\\[[a-z]+\\.[a-z.-]+]");
                assertThat(browser.fits()).as("%s fits", path).isTrue();
                assertThat(browser.axe()).as(path).isEmpty();
            }
        }
    }

    @Test
    void aNumberIsReservedAndVoidedAndStaysOnTheRegisterWithItsReason() {
        long minutes = register.byCode("岭政专纪").orElseThrow().id();
        try (Browser browser = browser().login("S009")) {
            browser.open("/numbers/" + minutes + "/reservations");
            browser.page().locator("form.sheet button.go").click();
            assertThat(browser.page().locator(".objections").innerText()).isNotBlank();
            browser.page().locator("[name=reason]").fill("等待会议纪要定稿");
            browser.page().locator("[name=until]").fill("2026-06-17");
            browser.page().locator("form.sheet button.go").click();
            browser.page().waitForURL("**/numbers/" + minutes);
            assertThat(browser.page().locator("tbody tr").first().innerText()).contains("岭政专纪〔2026〕28号", "等待会议纪要定稿");

            browser.page().locator("tbody a.t").first().click();
            browser.page().locator("form.sheet [name=reason]").fill("会议改期，不再印发");
            browser.page().locator("form.sheet [name=approver]").evaluate("(s, v) => { s.value = v; s.dispatchEvent(new Event('change')); }", String.valueOf(office.person("S006")));
            browser.page().locator("form.sheet button.no").click();
            browser.page().waitForSelector(".flash.good");
            browser.screenshot("numbers-voided");
            browser.open("/numbers/report?month=2026-06");
            browser.screenshot("numbers-report-june");
            assertThat(browser.page().locator("tbody").innerText()).contains("会议改期，不再印发");
        }
    }

    private void aVoidedNumber() {
        NumberLine line = reservations.reserve(
                "岭政专纪", 2026, "等待印发", office.person("S008"), LocalDate.of(2026, 6, 16), office.actor("S009"), office.now(), UUID.randomUUID().toString());
        numbers.voidNumber(line.id(), "主送机关有误", office.person("S006"), office.actor("S009"), office.now());
    }
}
