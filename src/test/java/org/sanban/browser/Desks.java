package org.sanban.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.sanban.testing.TestClock;

/** The browsers of several persons over a long time: each logs in once a sitting, and goes straight to a page. */
final class Desks implements AutoCloseable {

    private final int port;
    private final TestClock clock;
    private final Map<String, Browser> persons = new HashMap<>();

    Desks(int port, TestClock clock) {
        this.port = port;
        this.clock = clock;
    }

    /** Another time: no page stands open over it, for its session would end under it. */
    Desks at(Instant time) {
        persons.values().forEach(browser -> browser.page().navigate("about:blank"));
        clock.set(time);
        return this;
    }

    /** A page as this person sees it now, with all its parts. */
    Page open(String code, String path) {
        Browser browser = persons.computeIfAbsent(code, one -> Browser.at(port, Browser.Width.WIDE).reading("zh-CN"));
        browser.open(path);
        if (browser.page().url().contains("/login")) {
            browser.login(code).open(path);
        }
        Looking.settle(browser.page());
        return browser.page();
    }

    Browser browser(String code) {
        return persons.get(code);
    }

    /** Takes a way onward from the page that is open, and is on it again. */
    static void act(Page page, String way, String... opinion) {
        String here = page.url();
        Walk.press(page, way);
        if (opinion.length > 0) {
            page.locator("#f-opinion").fill(opinion[0]);
        }
        Walk.send(page);
        if (!page.url().equals(here)) {
            page.navigate(here);
        }
        Looking.settle(page);
    }

    /** Presses a button that sends its form, and sees that it was done. */
    static void press(Locator button) {
        Page page = button.page();
        button.click();
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(page.locator(".flash.good")).isVisible();
        Looking.settle(page);
    }

    @Override
    public void close() {
        persons.values().forEach(Browser::close);
    }
}
