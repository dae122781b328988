package org.sanban.documents;

import java.util.Set;
import org.sanban.people.Directory;
import org.sanban.workflow.Moved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of every instruction on an incoming paper: given at its step (批办), or written by a leader to whom it was circulated (传阅). */
@Component
class Instructing {

    private static final Set<String> LEADERS = Set.of("GOV_LEADER", "LEADER");

    private final Directory directory;
    private final ApplicationEventPublisher events;

    Instructing(Directory directory, ApplicationEventPublisher events) {
        this.directory = directory;
        this.events = events;
    }

    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(IncomingKind.KIND)) {
            return;
        }
        long leader = moved.onBehalfOf() != null ? moved.onBehalfOf() : moved.actor();
        boolean instructs = moved.kind().equals("COMPLETE") && "instruct".equals(moved.fromStep());
        boolean reads = moved.kind().equals("READ") && moved.opinion() != null && directory.person(leader).filter(p -> p.roles().stream().anyMatch(LEADERS::contains)).isPresent();
        if (instructs || reads) {
            events.publishEvent(new InstructionGiven(
                    moved.subject(), moved.movement(), leader, moved.opinion(), moved.title(), moved.number(), moved.urgency(), moved.at()));
        }
    }
}
