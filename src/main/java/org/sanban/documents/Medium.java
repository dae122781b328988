package org.sanban.documents;

/** What a document stands on (载体). */
public enum Medium {
    PAPER,
    ELECTRONIC,
    /** 明电. Cipher telegrams never come near this system. */
    TELEGRAM_PLAIN
}
