package org.sanban.archive;

/** Where an item stands. */
public enum ItemState {
    /** Given back by the archive, or taken back, to be completed. */
    WITH_SENDER,
    /** 已移交. */
    HANDED_OVER,
    /** 已整理. */
    ARRANGED,
    /** 已入库. */
    STORED
}
