package org.sanban.errors;

/** Who reads the record of an error (公开范围); its persons are read by fewer still, see {@link Restricted}. */
public enum Openness {
    /** Everybody who works here. */
    OPEN_IN_OFFICE,
    /** The unit in which it arose, those above it, and the register. */
    DIVISION,
    /** The head and the leader in charge of that unit, and the register. */
    RESTRICTED
}
