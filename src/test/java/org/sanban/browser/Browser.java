package org.sanban.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One person's browser in a test: own cookies, one page. It writes down what went wrong in the page (script errors, refusals by
 * the content security policy, requests that failed); {@link #close()} fails the test with it.
 */
public final class Browser implements AutoCloseable {

    /** A desk and a telephone. */
    public enum Width {
        WIDE(1280, 900),
        NARROW(390, 844);

        private final int width;
        private final int height;

        Width(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final String home;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    private Browser(int port, Width width, boolean scripts) {
        home = "http://localhost:" + port;
        context = Chromium.before(port).newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(home).setJavaScriptEnabled(scripts).setPermissions(List.of("clipboard-read", "clipboard-write")).setViewportSize(width.width, width.height).setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onPageError(error -> troubles.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    /** A new browser that has never been here. {@code port} is where the application listens. */
    public static Browser at(int port, Width width) {
        return new Browser(port, width, true);
    }

    /** One in which no script runs. */
    public static Browser withoutScripts(int port) {
        return new Browser(port, Width.WIDE, false);
    }

    /** Reads in {@code zh-CN} or {@code en} from now on. */
    public Browser reading(String language) {
        context.addCookies(List.of(new Cookie("SANBAN_LANG", language).setUrl(home)));
        return this;
    }

    /** Logs in as a person of the sample office, by the code, and waits for the page behind the door. */
    public Browser login(String code) {
        open("/login");
        page.locator("[name=login]").fill(code);
        page.locator("[name=password]").fill("sanban-demo-2026");
        page.locator("form button.go").click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    public Page page() {
        return page;
    }

    /** Another size of the same window. */
    public Browser wide(Width width) {
        page.setViewportSize(width.width, width.height);
        return this;
    }

    /** Goes to a path and waits until it is loaded. */
    public Response open(String path) {
        return Objects.requireNonNull(page.navigate(path));
    }

    /** Keeps the whole page as {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** What axe finds serious or critical, each as "rule: element, …". Empty is good. */
    @SuppressWarnings("unchecked")
    public List<String> axe() {
        page.evaluate(AxeScript.TEXT);
        return (List<String>) page.evaluate(
                """
                async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .map(v => v.id + ': ' + v.nodes.slice(0, 5).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(', '))
                """);
    }

    /** True when nothing sticks out on the right, as it may not on a telephone. */
    public boolean fits() {
        return (boolean) page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    /** What went wrong in the page so far. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** What went wrong so far, forgiven: for a test that cuts the line itself. */
    public List<String> forgiven() {
        List<String> brought = List.copyOf(troubles);
        troubles.clear();
        return brought;
    }

    /** The line is cut, or mended. */
    public Browser offline(boolean cut) {
        context.setOffline(cut);
        return this;
    }

    /** The session ends, as after an hour away. */
    public Browser loggedOut() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SANBAN"));
        return this;
    }

    @Override
    public void close() {
        context.close();
        if (!troubles.isEmpty()) {
            throw new AssertionError("In the page went wrong:\n" + String.join("\n", troubles));
        }
    }

    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            troubles.add("request: " + request.url() + " " + request.failure());
        }
    }

    /** A page may be refused (4xx); what a page loads may not, except as refused or stale, and nothing may break (5xx). */
    private void answered(Response response) {
        boolean refused = response.status() >= 400 && !response.request().isNavigationRequest() && response.status() != 422 && response.status() != 409;
        if (refused || response.status() >= 500) {
            troubles.add("answer: " + response.status() + " " + response.url());
        }
    }

    private static final class AxeScript {
        static final String TEXT = read();

        private static String read() {
            try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("/vendor/axe.min.js"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
