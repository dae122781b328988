package org.sanban.pages;

/**
 * One step in the line of steps (办理流程) above a subject's page.
 *
 * @param name in the reader's language
 * @param note small line below it: who holds it, time left, "3/3"; empty for none
 */
public record StepView(String name, String note, State state) {

    /** {@code BACK} is a step that was gone through and sent back at least once. */
    public enum State {
        AHEAD,
        DONE,
        BACK,
        NOW,
        STOPPED
    }

    /** The classes of its dot. */
    public String css() {
        return switch (state) {
            case AHEAD -> "";
            case DONE -> "done";
            case BACK -> "done back";
            case NOW -> "now";
            case STOPPED -> "now stopped";
        };
    }

    /** Message key of the state, for those who do not see the dot. */
    public String stateKey() {
        return "ui.step." + state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
