package org.sanban.reports.web;

import org.sanban.reports.TaskFigure;

/**
 * A figure and the list it was counted from.
 *
 * @param of in how many, -1 where it is no share
 */
public record Figure(TaskFigure figure, int count, int of, String href) {

    private static final int SMALL = 5;

    /** Whole per cent; empty where there is nothing to divide by. */
    public String share() {
        return of <= 0 ? "" : Math.round(100.0 * count / of) + "%";
    }

    /** Too few to read anything into it. */
    public boolean small() {
        return of >= 0 && of < SMALL;
    }

    public boolean alarming() {
        return count > 0 && (figure == TaskFigure.LATE || figure == TaskFigure.NOT_MOVING || figure == TaskFigure.DONE_LATE);
    }
}
