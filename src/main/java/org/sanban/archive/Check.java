package org.sanban.archive;

/**
 * One result of the four-property test (四性检测, DA/T 70).
 *
 * @param key message key of what was looked at
 * @param detail what was found, a file name or a number; empty where nothing is to be said
 */
public record Check(Property property, String key, boolean passed, String detail) {

    public enum Property {
        /** 真实性. */
        AUTHENTIC,
        /** 完整性. */
        COMPLETE,
        /** 可用性. */
        USABLE,
        /** 安全性. */
        SAFE
    }
}
