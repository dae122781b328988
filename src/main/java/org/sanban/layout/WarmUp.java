package org.sanban.layout;

import java.time.Duration;
import org.sanban.pages.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads fonts and the dictionary of words in the background, so that nobody waits for them with the first paper; not at once, for it takes a
 * processor for seconds and those who come first want pages. Whoever needs them earlier has them read.
 */
@Component
class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Typesetting typesetting;
    private final Duration after;

    WarmUp(Typesetting typesetting, @Value("${sanban.layout.warm-up-after:1m}") Duration after) {
        this.typesetting = typesetting;
        this.after = after;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("layout-warm-up").priority(Thread.MIN_PRIORITY).start(this::later);
    }

    private void later() {
        try {
            Thread.sleep(after);
            warm();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without fonts there is nothing to be read: whoever sets a paper then is told. */
    private void warm() {
        try {
            typesetting.warm();
            LOG.info("Fonts and dictionary are read");
        } catch (Refused without) {
            LOG.warn("Papers cannot be set on this machine yet: {}", without.getMessage());
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn("Fonts and dictionary could not be read beforehand", failed);
        }
    }
}
