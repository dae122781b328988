package org.sanban.proofing;

/**
 * Where the numbering of a text is not in order.
 *
 * @param paragraph which paragraph, from 0
 * @param at where its mark begins in the text
 * @param expected the number or the level (1 to 4) that would be in order
 * @param found the one that stands there
 */
public record Irregularity(Kind kind, int paragraph, int at, int expected, int found) {

    /** What is not in order. */
    public enum Kind {
        /** 一、 三、 */
        JUMPS,
        /** 二、 二、 or a number that comes back */
        REPEATS,
        /** （一） followed by （1） without 1. */
        SKIPS_LEVEL,
        /** A mark that is understood, but written otherwise than the standard asks: 1、 (一) */
        ODD_MARK
    }
}
