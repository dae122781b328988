package org.sanban.archive.web;

/**
 * A figure and the list it was counted from.
 *
 * @param of in how many, -1 where it is no share
 */
public record Figure(String key, int count, int of, String href) {

    /** Whole per cent of {@code of}; empty where there is nothing to divide by. */
    public String share() {
        return of <= 0 ? "" : Math.round(100.0 * count / of) + "%";
    }
}
