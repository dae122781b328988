package org.sanban.pages;

import java.util.Map;

/**
 * What is counted beside a line of the navigation, for those who see the line. A bean contributed by the line's module. The counts of a page
 * are asked for together, in one statement.
 */
public interface NavigationCount {

    /** The line it stands beside, see {@link Navigation#href}. */
    String href();

    /** A select of one number: how many wait for this person; nothing is shown for 0. Part of every page: quick. */
    String sql();

    /** The values that {@link #sql} names; no other count may name one so. */
    Map<String, Object> values(long person);

    /** Is the number shown in red because something is wrong? */
    default boolean hot() {
        return false;
    }
}
