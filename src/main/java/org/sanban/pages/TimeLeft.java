package org.sanban.pages;

/**
 * How much of the time for something is used (剩余时间): words and a thin line. Decided by the engine, only shown here.
 *
 * @param words in the reader's language, such as "42 minutes left"
 * @param note small second line, such as the waiting time; empty for none
 * @param percent used, 0 to 100
 */
public record TimeLeft(String words, String note, int percent, State state) {

    /** How it stands; red is late or about to be. Stopped: the clock does not run. None: there is no limit. */
    public enum State {
        GREEN,
        YELLOW,
        ORANGE,
        RED,
        STOPPED,
        NONE
    }

    public TimeLeft {
        percent = Math.clamp(percent, 0, 100);
    }

    public static TimeLeft none() {
        return new TimeLeft("", "", 0, State.NONE);
    }

    public String css() {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
