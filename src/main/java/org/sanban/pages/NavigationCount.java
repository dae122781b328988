package org.sanban.pages;

/** What is counted beside a line of the navigation, for those who see the line. A bean contributed by the line's module. */
public interface NavigationCount {

    /** The line it stands beside, see {@link Navigation#href}. */
    String href();

    /** How many wait for this person; nothing is shown for 0. Asked for every page: one quick query. */
    int of(long person);

    /** Is the number shown in red because something is wrong? */
    default boolean hot() {
        return false;
    }
}
