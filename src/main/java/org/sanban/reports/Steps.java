package org.sanban.reports;

import java.util.HashMap;
import java.util.Map;
import org.sanban.workflow.Procedures;
import org.sanban.workflow.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of steps for a report: of the latest edition that has the step. */
@Component
public class Steps {

    private final Procedures procedures;

    Steps(Procedures procedures) {
        this.procedures = procedures;
    }

    /** By kind and code, as {@code incoming/review}. */
    @Transactional(readOnly = true)
    public Map<String, Step.Name> names() {
        Map<String, Step.Name> names = new HashMap<>();
        procedures.all().forEach(edition -> edition.procedure().steps()
                .forEach(step -> names.putIfAbsent(edition.procedure().kind() + "/" + step.code(), step.name())));
        return names;
    }

    /** Kinds of subjects that run through a procedure. */
    @Transactional(readOnly = true)
    public java.util.SortedSet<String> kinds() {
        return procedures.all().stream().map(edition -> edition.procedure().kind()).collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }
}
