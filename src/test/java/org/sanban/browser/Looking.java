package org.sanban.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at each page once, however many persons come by: in both languages, at a desk and on a telephone. Writes down what is
 * wrong: texts that are missing, what cannot be read, what sticks out, dead links. With {@code SANBAN_PICTURES=1} in the
 * environment it keeps a picture of each under target/screenshots, for people to look at.
 */
final class Looking {

    private static final Pattern MISSING = Pattern.compile("\\[[a-z]+(\\.[A-Za-z0-9_-]+)+]");
    private static final String LOADED = """
            () => [...document.querySelectorAll('[hx-trigger="load"]')]
                .every(e => e['htmx-internal-data']?.loaded && !e.classList.contains('htmx-request'))""";
    private static final String LINKS = "() => [...document.querySelectorAll('main a[href^=\"/\"], .nav a[href^=\"/\"], .top a[href^=\"/\"]')].map(a => a.getAttribute('href'))";

    private static final boolean PICTURES = System.getenv("SANBAN_PICTURES") != null;

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> FOLLOWED = ConcurrentHashMap.newKeySet();

    private final List<String> faults = new ArrayList<>();

    /** The page as it stands in this browser, by a name of its own. Asks for it again; what was typed is gone afterwards. */
    void at(Browser browser, String name) {
        if (!SEEN.add(name)) {
            return;
        }
        browser.reading("en");
        again(browser);
        look(browser, name, "en");
        browser.reading("zh-CN");
        again(browser);
        look(browser, name, "zh");
        follow(browser, name);
    }

    /** The page as it stands, without asking for it again: a refused form. */
    void asItStands(Browser browser, String name) {
        if (SEEN.add(name)) {
            look(browser, name, "zh");
        }
    }

    static void settle(Page page) {
        page.waitForFunction(LOADED, null, new WaitForFunctionOptions().setPollingInterval(20));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void look(Browser browser, String name, String language) {
        Page page = browser.page();
        Matcher missing = MISSING.matcher(page.locator("body").innerText());
        while (missing.find()) {
            faults.add(name + " " + language + ": no text for " + missing.group());
        }
        if (language.equals("zh") || PICTURES) {
            browser.axe().forEach(violation -> faults.add(name + " " + language + ": " + violation));
        }
        picture(browser, name + "-wide-" + language);
        browser.wide(Browser.Width.NARROW);
        if (!browser.fits()) {
            faults.add(name + " " + language + ": sticks out on a telephone");
        }
        picture(browser, name + "-narrow-" + language);
        browser.wide(Browser.Width.WIDE);
    }

    private static void picture(Browser browser, String name) {
        if (PICTURES) {
            browser.screenshot("journey-" + name);
        }
    }

    /** One link of each shape is followed: /documents/incoming/7 stands for all papers. */
    @SuppressWarnings("unchecked")
    private void follow(Browser browser, String name) {
        for (String href : (List<String>) browser.page().evaluate(LINKS)) {
            if (FOLLOWED.add(href.replaceAll("\\d+", "0"))) {
                int status = browser.page().request().get(href).status();
                if (status >= 400) {
                    faults.add(name + ": link to " + href + " answers " + status);
                }
            }
        }
    }

    private static void again(Browser browser) {
        browser.page().navigate(browser.page().url());
        settle(browser.page());
    }
}
