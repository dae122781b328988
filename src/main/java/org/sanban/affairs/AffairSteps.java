package org.sanban.affairs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Moved;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows from every movement of an affair, in its transaction and whatever the office's procedure says: it says how far it is, who handles
 * it and until when, and how each round of feedback was judged.
 */
@Component
class AffairSteps {

    private final AffairRows rows;
    private final FeedbackRows feedback;
    private final AffairCards cards;
    private final Categories categories;
    private final Positions positions;
    private final ObjectProvider<Handlings> handlings;

    AffairSteps(AffairRows rows, FeedbackRows feedback, AffairCards cards, Categories categories, Positions positions, ObjectProvider<Handlings> handlings) {
        this.rows = rows;
        this.feedback = feedback;
        this.cards = cards;
        this.categories = categories;
        this.positions = positions;
        this.handlings = handlings;
    }

    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(AffairKind.KIND)) {
            return;
        }
        if (moved.kind().equals("DECIDE") || moved.kind().equals("RESUME")) {
            dueAsAgreed(moved);
        } else if (!Objects.equals(moved.fromStep(), moved.toStep()) || moved.kind().equals("REOPEN")) {
            stands(moved);
        }
    }

    private void stands(Moved moved) {
        Affair affair = rows.lock(moved.subject().id());
        Map<String, Object> row = new LinkedHashMap<>();
        judged(moved, affair, row);
        Positions.Position now = positions.of(moved.subject(), Actor.SYSTEM).orElseThrow();
        if (now.step() == null) {
            row.put("state", State.ended(moved.kind().equals("VOID") ? "VOIDED" : now.outcome()));
            row.put("outcome", moved.kind().equals("VOID") ? "VOIDED" : now.outcome());
            if (affair.stamps().closed() == null) {
                row.put("closed_at", moved.at());
            }
        } else {
            boolean again = "handle".equals(now.step()) && (moved.kind().equals("RETURN") && affair.rounds() > 0);
            State state = again ? State.REDO : State.at(now.step(), affair.state());
            row.put("state", state);
            if (!state.closed()) {
                row.put("closed_at", null);
                row.put("outcome", null);
            }
        }
        if ("handle".equals(now.step()) && !moved.kind().equals("RETURN")) {
            handled(moved, affair, row);
        }
        rows.stamp(affair.id(), row, moved.at());
        Affair after = rows.one(affair.id());
        if (!Objects.equals(after.owner(), affair.owner()) || !after.parties().equals(affair.parties())) {
            handlings.getObject().describe(after.ref(), cards.of(after));
        }
    }

    private void judged(Moved moved, Affair affair, Map<String, Object> row) {
        boolean completed = moved.kind().equals("COMPLETE");
        if ("handle".equals(moved.fromStep()) && completed) {
            row.put("rounds", affair.rounds() + 1);
            if (categories.one(affair.category()).service()) {
                row.put("result", moved.opinion());
            }
        }
        if ("review".equals(moved.fromStep()) && (completed || moved.kind().equals("RETURN"))) {
            feedback.judge(affair.id(), affair.rounds(), completed, completed ? moved.opinion() : moved.reason(), moved.actor(), moved.at());
        }
        if (affair.owner() == null && completed && moved.actor() != 0) {
            row.put("owner", moved.actor());
        }
    }

    /** Who it went to is said by the tasks; bodies outside stay as they were written. */
    private void handled(Moved moved, Affair affair, Map<String, Object> row) {
        if (affair.stamps().entrusted() == null) {
            row.put("entrusted_at", moved.at());
        }
        List<Affair.Party> parties = new ArrayList<>(rows.holding(affair.id()));
        affair.parties().stream().filter(p -> p.organization() != null).forEach(parties::add);
        rows.parties(affair.id(), parties);
    }

    private void dueAsAgreed(Moved moved) {
        Affair affair = rows.lock(moved.subject().id());
        rows.leadDue(affair.id()).filter(due -> !due.equals(affair.due())).ifPresent(due -> {
            rows.stamp(affair.id(), Map.of("due_at", due), moved.at());
            Affair now = rows.one(affair.id());
            handlings.getObject().describe(now.ref(), cards.of(now));
        });
    }
}
