package org.sanban.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium before an office, one a port, because each is driven by one thread at a time: the one on the PATH, installed where this machine allows it, or a sentence that says what to do. */
final class Chromium {

    /** The one without a window of its own first: the same engine at half the work. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync");

    /** A busy machine answers late; a page that is wrong stays wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Map<Integer, com.microsoft.playwright.Browser> RUNNING = new HashMap<>();

    private Chromium() {}

    /** Started on first use, closed when the JVM ends. */
    static synchronized com.microsoft.playwright.Browser before(int port) {
        return RUNNING.computeIfAbsent(port, office -> start());
    }

    private static com.microsoft.playwright.Browser start() {
        Path executable = find().or(Chromium::install).orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium on the PATH: on Debian run \"apt-get install chromium fonts-noto-cjk\"."));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(FLAGS).setHeadless(true));
    }

    private static Optional<Path> find() {
        List<String> folders = List.of(System.getenv("PATH").split(":"));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> install() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || Stream.of("/usr/bin/apt-get").map(Path::of).noneMatch(Files::isExecutable)) {
            return Optional.empty();
        }
        return run("apt-get", "update", "-q") && (install("chromium-headless-shell") || install("chromium")) ? find() : Optional.empty();
    }

    private static boolean install(String name) {
        return run("apt-get", "install", "-qy", "--no-install-recommends", name, "fonts-noto-cjk");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
