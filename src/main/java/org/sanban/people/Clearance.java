package org.sanban.people;

/** How confidential a subject is, and up to which grade a person may read. State secrets have no grade here: they are refused. */
public enum Clearance {
    /** Nothing to keep. */
    NONE,
    /** 内部. */
    INTERNAL,
    /** 工作秘密. */
    WORK_SENSITIVE;

    public boolean covers(Clearance needed) {
        return compareTo(needed) >= 0;
    }
}
