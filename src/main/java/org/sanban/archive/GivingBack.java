package org.sanban.archive;

import java.util.Map;
import org.sanban.workflow.Moved;
import org.sanban.workflow.Procedures;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was handed over follows its matter when that moves again. */
@Component
class GivingBack {

    private final ItemRows rows;
    private final Procedures procedures;
    private final ApplicationEventPublisher events;

    GivingBack(ItemRows rows, Procedures procedures, ApplicationEventPublisher events) {
        this.rows = rows;
        this.procedures = procedures;
        this.events = events;
    }

    /** Sent back, taken back or moved by hand: the item follows its matter. A return by the archive is a rejection and is counted. */
    @EventListener
    void follow(Moved moved) {
        if (moved.toStep() == null || moved.toStep().equals(moved.fromStep()) || onItsWay(moved)) {
            return;
        }
        rows.of(moved.subject()).ifPresent(item -> {
            boolean toTheArchive = moved.toStep().equals(item.arrangeStep);
            if (toTheArchive && item.state != ItemState.HANDED_OVER) {
                item.backTo(ItemState.HANDED_OVER);
            } else if (!toTheArchive && !moved.kind().equals("COMPLETE")) {
                giveBack(item, moved);
            }
        });
    }

    /** Going on concerns an item only where it comes to the archive; told from the procedure, so that no step asks in vain. */
    private boolean onItsWay(Moved moved) {
        return moved.kind().equals("COMPLETE") && !procedures.reachedBy(ArchiveGates.TRANSFERRED, moved.edition()).contains(moved.toStep());
    }

    private void giveBack(Item item, Moved moved) {
        boolean held = item.state == ItemState.HANDED_OVER || item.state == ItemState.ARRANGED;
        boolean reopened = item.state == ItemState.STORED;
        if (held && moved.kind().equals("RETURN")) {
            item.rejections++;
            String reason = moved.reason() == null ? "" : moved.reason();
            rows.reject(item, reason, moved.actor(), moved.at());
            events.publishEvent(new ArchiveChanged(item.subject(), moved.actor(), moved.at(), "archive.rejected", Map.of("reason", reason)));
        }
        if (held || reopened) {
            item.backTo(ItemState.WITH_SENDER);
        }
    }
}
