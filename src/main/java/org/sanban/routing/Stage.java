package org.sanban.routing;

/** Where on its way the paper is looked at: each names the act that the look comes before. A rule begins to matter at one of them. */
public enum Stage {
    /** While it is being written. */
    DRAFT,
    /** Before it leaves its author (送审). */
    SUBMIT,
    /** Before it is signed (签发). */
    SIGN,
    /** Before the step that numbers it (编号) is finished: the number stands on it. */
    NUMBER,
    /** Before it goes out (分发). */
    DISPATCH
}
