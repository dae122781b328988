package org.sanban.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanban.pages.Objection;
import org.sanban.people.Actor;
import org.sanban.routing.Finding;
import org.sanban.routing.Routing;
import org.sanban.routing.Severity;
import org.sanban.routing.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a paper with the rules of writing (行文规则): as hints while it is drafted, as objections where it is sent on. */
@Service
public class RoutingLook {

    private final Routing routing;
    private final RoutingFacts facts;
    private final Outgoings outgoings;
    private final Places places;
    private final Reasons reasons;

    RoutingLook(Routing routing, RoutingFacts facts, Outgoings outgoings, Places places, Reasons reasons) {
        this.routing = routing;
        this.facts = facts;
        this.outgoings = outgoings;
        this.places = places;
        this.reasons = reasons;
    }

    /** Everything that the rules find at {@code stage}, for whoever sees the paper. */
    @Transactional(readOnly = true)
    public List<Finding> findings(long id, Stage stage, Actor by, Instant at) {
        places.of(id, by);
        return facts.of(outgoings.one(id), at).map(f -> routing.look(f, stage)).orElse(List.of());
    }

    /** Reasons given so far, by rule. */
    @Transactional(readOnly = true)
    public Map<String, String> reasons(long id, Actor by) {
        places.of(id, by);
        return reasons.of(id);
    }

    /** What stands against the paper: what blocks, and warnings without a reason. */
    List<Objection> objections(Row row, Stage stage, Instant at) {
        Map<String, String> given = reasons.of(row.id());
        List<Objection> wrong = new ArrayList<>();
        for (Finding finding : facts.of(row, at).map(f -> routing.look(f, stage)).orElse(List.of())) {
            if (finding.blocks()) {
                wrong.add(finding.wrong());
            } else if (finding.severity() == Severity.WARN && !given.containsKey(finding.rule())) {
                wrong.add(finding.wrong());
                wrong.add(Objection.of("outgoing.refusal.reason-for", finding.rule()).at("reasons[" + finding.rule() + "]"));
            }
        }
        return wrong;
    }
}
