package org.sanban.audit;

import java.time.ZoneOffset;
import java.util.Objects;
import org.sanban.wire.Wire;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes every {@link Happening} onto the trail, in the transaction of the act: both are stored, or neither. One statement each, and no waiting for it.
 * What an act's own row says ({@link Carried}) is on the trail with that row. */
@Component
class TrailWriter {

    private static final String APPEND = "select audit_append(?, ?, ?, ?, ?, ?, ?, ?)";

    private final Wire wire;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    TrailWriter(Wire wire) {
        this.wire = wire;
    }

    /** @throws IllegalStateException when published outside a transaction, which is a mistake in the program */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void append(Happening happening) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    happening.what() + " was published outside the transaction of its act, so it cannot go onto the trail");
        }
        if (happening.carried()) {
            return;
        }
        wire.later(
                APPEND,
                happening.subject().kind(),
                happening.subject().id(),
                happening.at().atOffset(ZoneOffset.UTC),
                happening.actor(),
                happening.onBehalfOf(),
                happening.what(),
                json.writeValueAsString(happening.detail()),
                Objects.requireNonNullElse(Origin.address(), ""));
    }
}
