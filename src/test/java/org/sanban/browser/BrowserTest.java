package org.sanban.browser;

import org.junit.jupiter.api.Tag;
import org.sanban.testing.OfficeTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Base of the tests in a real browser: the sample office behind a port of its own. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class BrowserTest extends OfficeTest {

    @LocalServerPort
    protected int port;

    /** Somebody at a desk, not signed in, reading Chinese. */
    protected Browser browser() {
        return Browser.at(port, Browser.Width.WIDE);
    }

    protected Browser browser(Browser.Width width, String language) {
        return Browser.at(port, width).reading(language);
    }
}
