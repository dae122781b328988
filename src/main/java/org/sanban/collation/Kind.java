package org.sanban.collation;

/** What became of the words: 漏, 多, 错, 乱. */
public enum Kind {
    /** 漏: they stand in the reference only. */
    MISSING,
    /** 多: they stand in the proof only. */
    EXTRA,
    /** 错: others stand in their place. */
    CHANGED,
    /** 乱: the same words in another order or place. */
    MOVED
}
