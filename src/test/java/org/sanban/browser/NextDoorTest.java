package org.sanban.browser;

import org.springframework.boot.test.context.SpringBootTest;

/** As {@link BrowserTest}, in another office with its own Chromium: looking at pages takes longest of all, and there are two cores. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.application.name=next-door")
public abstract class NextDoorTest extends BrowserTest {}
