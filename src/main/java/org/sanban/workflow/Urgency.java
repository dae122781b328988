package org.sanban.workflow;

/** Urgency of a subject (紧急程度). Its lane decides limits and whether time runs at night (常事快办、急事特办). */
public enum Urgency {
    /** 平件. */
    NORMAL(Lane.NORMAL),
    /** 加急. */
    FAST(Lane.FAST),
    /** 特急. */
    URGENT(Lane.URGENT),
    /** 特提. */
    TOP(Lane.URGENT);

    private final Lane lane;

    Urgency(Lane lane) {
        this.lane = lane;
    }

    public Lane lane() {
        return lane;
    }

    /** The three lanes that limits are written for. */
    public enum Lane {
        NORMAL,
        FAST,
        URGENT
    }
}
