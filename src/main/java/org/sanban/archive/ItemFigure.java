package org.sanban.archive;

/**
 * What the archivist's desk counts. Each is a condition, used to count and to list alike (promise 13).
 */
public enum ItemFigure {
    HANDED_OVER_TODAY("i.transferred_at >= :today and i.transferred_at < :tomorrow"),
    ARRANGED_TODAY("i.arranged_at >= :today and i.arranged_at < :tomorrow"),
    STORED_TODAY("i.stored_at >= :today and i.stored_at < :tomorrow"),
    /** Handed over and not yet on the shelf, whenever that was. */
    UNFINISHED("i.state <> 'STORED'"),
    /** Handed over in the period, the unfinished included. */
    HANDED_OVER("i.transferred_at >= :since"),
    SAME_DAY("i.transferred_at >= :since and i.same_day"),
    /** Stored later, or not stored although the day is over. */
    NOT_SAME_DAY("i.transferred_at >= :since and (not i.same_day or (i.state <> 'STORED' and i.transferred_at < :today))"),
    PROMPT("i.transferred_at >= :since and i.prompt_adjusted"),
    REJECTED("i.transferred_at >= :since and i.rejections > 0");

    private final String condition;

    ItemFigure(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
