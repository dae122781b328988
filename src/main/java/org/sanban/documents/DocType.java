package org.sanban.documents;

/** Type of an official document (文种): the fifteen of the regulation (domain.md §3.2), and what else comes through the door. */
public enum DocType {
    RESOLUTION,
    DECISION,
    ORDER,
    COMMUNIQUE,
    ANNOUNCEMENT,
    PUBLIC_NOTICE,
    OPINION,
    NOTICE,
    CIRCULAR,
    REPORT,
    REQUEST,
    REPLY,
    BILL,
    LETTER,
    MINUTES,
    /** Situation reports and bulletins (信息、简报). */
    BULLETIN,
    /** Anything that bears none of the legal names. */
    OTHER
}
