package org.sanban.errors;

import java.util.List;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.stereotype.Component;

/** Nothing that was proposed leaves the tray undecided. */
@Component
class ProposalGates implements Gate {

    private final ProposalRows rows;

    ProposalGates(ProposalRows rows) {
        this.rows = rows;
    }

    @Override
    public String code() {
        return "errors.proposals-decided";
    }

    @Override
    public List<Objection> objections(Attempt attempt) {
        int open = rows.open(attempt.subject().id());
        return open == 0 ? List.of() : List.of(Objection.of("errors.gap.undecided", open).at("proposals"));
    }
}
