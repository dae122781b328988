package org.sanban.proofing;

/**
 * How large a text may be that is read; an office decides.
 *
 * @param characters of the whole text
 * @param columns of one table
 * @param rows of one table
 */
public record ProseLimits(int characters, int columns, int rows) {

    /** For a text whose size was judged when it came in. */
    public static final ProseLimits NONE = new ProseLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
