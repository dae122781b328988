package org.sanban.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be done with a task that one holds, or may act on. */
@Component
class OwnOffers {

    private final Rows rows;
    private final Holders holders;

    OwnOffers(Rows rows, Holders holders) {
        this.rows = rows;
        this.holders = holders;
    }

    void of(Scene scene, Task task, List<Offer> into) {
        String behalf = task.holderId == null || task.holderId == scene.by().id() ? null : holders.name(task.holderId);
        completions(scene, task, behalf, into);
        if (!scene.handling().running()) {
            return;
        }
        returns(scene, task, behalf, into);
        if (task.kind != Task.Kind.EXTENSION) {
            into.add(Offer.of(Doing.FORWARDING, task, behalf));
        }
        if (task.main() || task.kind == Task.Kind.ERRAND) {
            into.add(Offer.of(Doing.ERRAND, task, behalf));
            if (task.dueAt != null && task.dueAt.isAfter(scene.at()) && rows.openExtension(task.id()).isEmpty()) {
                into.add(Offer.of(Doing.EXTENSION, task, behalf));
            }
        }
        if (task.main()) {
            into.add(Offer.of(Doing.SIGNERS, task, behalf));
        }
        if (task.holderId == null) {
            into.add(Offer.of(Doing.CLAIM, task, behalf));
        } else if (task.role != null && scene.below(task).isEmpty()) {
            into.add(Offer.of(Doing.RELEASE, task, behalf));
        }
        scene.below(task).forEach(child -> into.add(Offer.to(Doing.RECALL, child, holders.name(child.holderId))));
    }

    private void completions(Scene scene, Task task, @Nullable String behalf, List<Offer> into) {
        Offer completion = Offer.of(Doing.COMPLETION, task, behalf);
        switch (task.kind) {
            case OVERRIDE, READ -> into.add(completion);
            case ERRAND, SIGN_BEFORE -> {
                if (scene.below(task).isEmpty()) {
                    into.add(completion);
                }
            }
            case EXTENSION -> {
                Extension asked = rows.extension(task.id());
                if (asked != null && asked.askedBy != scene.by().id() && scene.handling().running()) {
                    into.add(Offer.of(Doing.DECISION, task, behalf));
                }
            }
            case MAIN -> ways(scene, task, completion, into);
        }
    }

    private static void ways(Scene scene, Task task, Offer completion, List<Offer> into) {
        if (scene.handling().stopped() || !scene.below(task).isEmpty()) {
            return;
        }
        if (!scene.last(task)) {
            into.add(completion);
            return;
        }
        String resume = scene.handling().resumeStep;
        if (resume != null) {
            into.add(completion.by(Onward.RESUME, scene.procedure().step(resume).name()));
        }
        Map<String, String> attributes = scene.handling().attributes;
        scene.step().next().stream()
                .filter(w -> w.openTo(attributes) && (w.right() == null || scene.by().may(Objects.requireNonNull(w.right()))))
                .forEach(w -> into.add(completion.by(w.code(), w.name())));
    }

    private void returns(Scene scene, Task task, @Nullable String behalf, List<Offer> into) {
        if (!task.main() || !task.counts() || scene.handling().stopped()) {
            return;
        }
        for (String to : scene.step().returnsTo()) {
            if (rows.lastVisit(scene.handling().id(), to) != null) {
                into.add(Offer.of(Doing.RETURN, task, behalf).by(to, scene.procedure().step(to).name()));
            }
        }
    }
}
