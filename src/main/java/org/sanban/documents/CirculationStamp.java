package org.sanban.documents;

import org.sanban.workflow.Moved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stamps a paper when the engine sent it for reading, so that finishing a circulation nobody was part of can be refused. */
@Component
class CirculationStamp {

    private final Papers papers;

    CirculationStamp(Papers papers) {
        this.papers = papers;
    }

    @EventListener(condition = "#moved.kind == 'CIRCULATE' and #moved.subject.kind == 'incoming'")
    void on(Moved moved) {
        IncomingDocument paper = papers.one(moved.subject().id());
        if (paper.circulatedAt == null) {
            paper.circulatedAt = moved.at();
        }
    }
}
