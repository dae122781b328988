package org.sanban.reports;

/** What is counted: the rows of a view {@code report_…}, each with its matter. */
public enum Fact {
    /** One task that a step waits for or waited for. */
    STEP("report_step"),
    /** One matter from its start to its end. */
    MATTER("report_matter"),
    /** One round of a draft that was decided (报审). */
    SUBMISSION("report_submission"),
    /** One item handed over to the archive. */
    SHELF("report_shelf"),
    /** One reminder or request for more time. */
    MOVE("report_move");

    private final String view;

    Fact(String view) {
        this.view = view;
    }

    String view() {
        return view;
    }
}
