package org.sanban.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Something the engine would do for this person now.
 *
 * @param task the task it is done with or to; null where it concerns the handling
 * @param does kind of that task: MAIN, READ, ERRAND, SIGN_BEFORE, EXTENSION or OVERRIDE
 * @param to code of the way onward (COMPLETION), or of the step (RETURN, JUMP, REOPENING); null where there is no choice
 * @param movement the opinion to be corrected, or null
 * @param name of the way or step, null where {@code to} is
 * @param who whose task it is done to (urging, recalling, skipping …); empty for the own one
 * @param behalf name of the person for whom it is done, null for oneself
 */
public record Offer(
        Doing doing, @Nullable Long task, @Nullable String does, @Nullable String to, @Nullable Long movement, Step.@Nullable Name name, String who,
        @Nullable String behalf) {

    static Offer of(Doing doing) {
        return new Offer(doing, null, null, null, null, null, "", null);
    }

    static Offer of(Doing doing, Task task, @Nullable String behalf) {
        return new Offer(doing, task.id(), task.kind.name(), null, null, null, "", behalf);
    }

    static Offer to(Doing doing, Task task, String who) {
        return new Offer(doing, task.id(), task.kind.name(), null, null, null, who, null);
    }

    Offer by(String to, Step.Name name) {
        return new Offer(doing, task, does, to, movement, name, who, behalf);
    }

    Offer about(long movement, String text) {
        return new Offer(doing, task, does, to, movement, name, text, behalf);
    }

    /** Is it the act that moves the subject on? */
    public boolean onward() {
        return doing == Doing.COMPLETION || doing == Doing.DECISION;
    }

    boolean fits(Doing doing, @Nullable Long task, @Nullable String to, @Nullable Long movement) {
        return this.doing == doing
                && (task == null || task.equals(this.task))
                && (to == null || to.isBlank() || to.equals(this.to))
                && (movement == null || movement.equals(this.movement));
    }
}
