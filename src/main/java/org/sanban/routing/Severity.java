package org.sanban.routing;

/** What a finding does to the paper (阻断、需说明、提示). */
public enum Severity {
    /** Stops it until it is mended. */
    BLOCK,
    /** It may go on with a reason. */
    WARN,
    /** To be read, nothing more. */
    HINT
}
