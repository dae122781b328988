package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sanban.testing.TestClock;

/** A paper on its way through the office: every act through the pages, in the browser of the person who does it, at its time. */
final class Walk implements AutoCloseable {

    private static final Duration SITTING = Duration.ofMinutes(25);

    private final boolean acts;
    private final int port;
    private final TestClock clock;
    private final Looking looking;
    private final Map<String, Browser> persons = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private String title = "";
    private String href = "";

    Walk(int port, TestClock clock, Looking looking) {
        this(port, clock, looking, true);
    }

    /** @param acts looks at the form of each act, too, which are the same for every kind */
    Walk(int port, TestClock clock, Looking looking, boolean acts) {
        this.acts = acts;
        this.port = port;
        this.clock = clock;
        this.looking = looking;
    }

    /** This paper and no other that lies in the same tray. */
    void of(Sample paper) {
        title = paper.text("title");
    }

    /** A long time later nobody's page still stands open: its session would end under it. */
    Walk at(String localTime) {
        Instant before = clock.instant();
        clock.set(localTime);
        Instant now = clock.instant();
        clock.set(before);
        if (Duration.between(before, now).abs().compareTo(SITTING) > 0) {
            leave();
        }
        clock.set(now);
        return this;
    }

    private void leave() {
        persons.values().forEach(browser -> browser.page().navigate("about:blank"));
    }

    /** At the tray of a person, who logs in where no session is open. */
    Browser as(String code) {
        leave();
        Browser browser = persons.get(code);
        if (browser == null) {
            browser = Browser.at(port, Browser.Width.WIDE).reading("zh-CN");
            persons.put(code, browser);
            return browser.login(code);
        }
        browser.open("/tray");
        return browser.page().url().contains("/login") ? browser.login(code) : browser;
    }

    /** The paper's page, opened from the tray of the one before whom it lies. */
    Page before(String code) {
        Browser browser = as(code);
        looking.at(browser, "tray");
        Locator lines = browser.page().locator(".row a.t");
        Locator line = href.isEmpty()
                ? lines.filter(new Locator.FilterOptions().setHasText(title))
                : browser.page().locator(".row a.t[href='" + href + "']");
        line.first().click();
        assertThat(browser.page().locator("main h1").first()).isVisible();
        Looking.settle(browser.page());
        href = browser.page().url().replaceFirst("https?://[^/]+", "");
        return browser.page();
    }

    /** The pages of a person without drawing them: for what another walk has shown in pages. */
    Plainly plainly(String code) {
        return new Plainly(persons.computeIfAbsent(code, one -> Browser.at(port, Browser.Width.WIDE).reading("zh-CN")).page().request(), code, subject());
    }

    private String subject() {
        return href.replaceFirst("^/documents/", "");
    }

    /** A paper that was begun already, by its page. */
    void on(String page) {
        href = page;
    }

    /** The paper's page, for one who may see it. */
    Page paper(String code) {
        Browser browser = as(code);
        browser.open(href);
        Looking.settle(browser.page());
        return browser.page();
    }

    /** Takes a way onward, or does another act, from the paper's page. Whatever is filled in comes between its button and the form's. */
    void act(String code, String way, Consumer<Page> fills) {
        Page page = before(code);
        plainly(code).answer();
        press(page, way);
        if (acts) {
            looking.at(persons.get(code), "act-" + way);
        }
        fills.accept(page);
        send(page);
    }

    void act(String code, String way, String opinion) {
        act(code, way, page -> opinion(page, opinion));
    }

    void act(String code, String way) {
        act(code, way, page -> {});
    }

    /** What is said here must stand on the handling sheet, word for word. */
    void opinion(Page page, String text) {
        page.locator("#f-opinion").fill(text);
        said.add(text);
    }

    static void press(Page page, String way) {
        Locator button = page.locator(".acts").getByText(way, new Locator.GetByTextOptions().setExact(true)).first();
        if (!button.isVisible()) {
            page.locator(".acts details.menu summary").click();
        }
        button.click();
        assertThat(page.locator("main form button.go")).isVisible();
    }

    static void send(Page page) {
        page.locator("main form button.go").last().click();
        assertThat(page.locator(".flash.good")).isVisible();
    }

    /** Types into a box that proposes, and takes what it proposes first. */
    static void choose(Page page, String box, String... names) {
        for (String name : names) {
            page.locator(box).fill(name);
            page.locator(box).press("Enter");
        }
    }

    /** Saves one of the forms on the paper's page. */
    static void save(Page page, String noun) {
        save(page, noun, null, null);
    }

    /** Fills one more field first. */
    static void save(Page page, String noun, @Nullable String field, @Nullable String text) {
        if (field != null && text != null) {
            page.locator(field).fill(text);
        }
        page.locator("form[action$='/" + noun + "'] .acts button").click();
        assertThat(page.locator(".flash.good")).isVisible();
        Looking.settle(page);
    }

    void look(String code, String name) {
        looking.at(persons.get(code), name);
    }

    Browser browser(String code) {
        return persons.get(code);
    }

    String href() {
        return href;
    }

    long id() {
        return Long.parseLong(href.replaceFirst(".*/", ""));
    }

    List<String> said() {
        return said;
    }

    @Override
    public void close() {
        persons.values().forEach(Browser::close);
    }
}
