package org.sanban.outgoing.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.pages.Texts;
import org.sanban.workflow.Procedures;
import org.sanban.workflow.Step;
import org.springframework.stereotype.Component;

/** Names of the steps of the published procedure, in order. */
@Component
class StepNames {

    private final Procedures procedures;

    StepNames(Procedures procedures) {
        this.procedures = procedures;
    }

    Map<String, String> in(Texts texts) {
        return procedures.published(OutgoingKind.PROCEDURE).procedure().steps().stream()
                .collect(Collectors.toMap(Step::code, s -> s.name().in(texts.chinese()), (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
