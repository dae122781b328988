package org.sanban.errors;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** What the system proposes on one subject in one round, as one matter in the tray of whoever keeps the register. */
@Component
public class ProposalKind extends PlainKind {

    public static final String KIND = "error-proposal";

    static final String PROCEDURE = "error-proposal";

    ProposalKind() {
        super(KIND, "/errors/proposals/", "errors");
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
