package org.sanban.affairs;

import org.sanban.workflow.Urgency;

/** How fast an affair goes (常事快办、急事特办, domain.md §6.4). Any lane but the normal one has its reason. */
public enum Lane {
    NORMAL(Urgency.NORMAL),
    /** 常事快办. */
    ROUTINE_FAST(Urgency.FAST),
    /** 急事特办: natural time; what was done first is written down afterwards. */
    URGENT_SPECIAL(Urgency.URGENT);

    private final Urgency urgency;

    Lane(Urgency urgency) {
        this.urgency = urgency;
    }

    public Urgency urgency() {
        return urgency;
    }
}
