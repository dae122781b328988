package org.sanban;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application refuses to run in production as it is set up. */
class NotForProduction extends RuntimeException {

    NotForProduction(List<String> reasons) {
        super(String.join("\n", reasons));
    }

    /** Says it in a few lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NotForProduction> {
        @Override
        protected FailureAnalysis analyze(Throwable root, NotForProduction cause) {
            return new FailureAnalysis("Not started in production:\n" + cause.getMessage(), "See docs/operations.md.", cause);
        }
    }
}
