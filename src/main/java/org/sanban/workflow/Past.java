package org.sanban.workflow;

import java.util.List;

/** Everything that is on record of one handling, as read for looking at. */
record Past(
        Handling handling, Procedure procedure, List<Task> tasks, List<Movement> movements, List<ClockStop> stops, List<Extension> extensions) {

    Step.Name step(String code) {
        return procedure.has(code) ? procedure.step(code).name() : new Step.Name(code, code);
    }

    List<Task> main(int visit) {
        return tasks.stream().filter(t -> t.main() && t.visit == visit).toList();
    }

    boolean stands(Task task) {
        return handling.stopped() && task.waits();
    }
}
