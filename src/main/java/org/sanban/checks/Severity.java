package org.sanban.checks;

/** What a finding does to the paper (阻断、需说明、提示). */
public enum Severity {
    /** Stops it at the gate of its step until it is mended, waived or overridden. */
    BLOCK,
    /** It may go on with a reason. */
    WARN,
    /** To be read, nothing more. */
    HINT
}
