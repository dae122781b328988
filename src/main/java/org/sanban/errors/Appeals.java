package org.sanban.errors;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * An appeal takes the error back one step (any → APPEALED → back one step, domain.md §7.5), a closed one to its classification. The register
 * itself moves it: the course says that there was an appeal, never whose.
 */
@Component
class Appeals {

    private static final List<String> STEPS = List.of("verify", "classify", "responsibility", "cause", "correct", "verification", "casebook", "rule");

    private final Positions positions;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Appeals(Positions positions, Handlings handlings, ApplicationEventPublisher events, MessageSource messages) {
        this.positions = positions;
        this.handlings = handlings;
        this.events = events;
        this.messages = messages;
    }

    void back(ErrorRecord error, Instant at, String requestId) {
        Positions.Position now = positions.of(error.ref(), Actor.SYSTEM).orElseThrow();
        String reason = messages.getMessage("errors.appeal.reason", null, Locale.SIMPLIFIED_CHINESE);
        String to = before(now.step());
        Reporting.withoutTrace(() -> {
            events.publishEvent(new ErrorChanged(error.ref(), "error.appealed", 0, at, Map.of()));
            if (now.step() == null) {
                handlings.apply(error.ref(), new Act.Reopen("classify", List.of(), reason), Actor.SYSTEM, at, requestId);
            } else if (to != null) {
                handlings.apply(error.ref(), new Act.Jump(to, List.of(), reason), Actor.SYSTEM, at, requestId);
            }
        });
    }

    private static @Nullable String before(@Nullable String step) {
        int at = step == null ? -1 : STEPS.indexOf("explain".equals(step) ? "casebook" : step);
        return at > 0 ? STEPS.get(at - 1) : null;
    }
}
