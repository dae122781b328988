package org.sanban.documents;

import org.sanban.workflow.Urgency;

/** Urgency as printed on the paper (紧急程度). Papers bear 特急 or 加急; telegrams 特提, 特急, 加急 or 平急 (rule R-33). */
public enum UrgencyMark {
    NONE(Urgency.NORMAL),
    /** 平急, telegrams only. */
    ROUTINE(Urgency.FAST),
    /** 加急. */
    FAST(Urgency.FAST),
    /** 特急. */
    URGENT(Urgency.URGENT),
    /** 特提, telegrams only. */
    TOP(Urgency.TOP);

    private final Urgency urgency;

    UrgencyMark(Urgency urgency) {
        this.urgency = urgency;
    }

    /** How fast the office handles it. */
    public Urgency urgency() {
        return urgency;
    }

    /** May a document on {@code medium} bear it? */
    public boolean fits(Medium medium) {
        return medium == Medium.TELEGRAM_PLAIN || (this != ROUTINE && this != TOP);
    }
}
