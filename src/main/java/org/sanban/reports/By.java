package org.sanban.reports;

/** What a count may be split by. */
public enum By {
    MONTH,
    KIND,
    STEP,
    UNIT,
    URGENCY
}
