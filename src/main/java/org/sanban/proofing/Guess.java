package org.sanban.proofing;

/** What a change most likely mends (差错种类), a first choice for the person who decides; that nothing was wrong is never guessed. */
public enum Guess {
    /** 错: a character or a figure in the place of another, two characters swapped. */
    WRONG,
    /** 漏: something was added. */
    MISSING,
    /** 多: something was taken out. */
    EXTRA,
    /** 格式: spaces, line breaks, numbering marks, full or half width. */
    FORMAT,
    /** 标点: punctuation only. */
    PUNCTUATION,
    /** 措辞: a longer replacement, a paragraph that moved. */
    WORDING
}
