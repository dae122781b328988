package org.sanban.errors;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** What the system proposes on one subject in one round, as one matter in the tray of whoever keeps the register. */
@Component
public class ProposalKind implements SubjectKind {

    public static final String KIND = "error-proposal";

    static final String PROCEDURE = "error-proposal";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/errors/proposals/" + id;
    }

    @Override
    public String tab() {
        return "errors";
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
