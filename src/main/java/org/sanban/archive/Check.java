package org.sanban.archive;

import org.sanban.pages.Objection;

/**
 * One result of the four-property test (四性检测, DA/T 70).
 *
 * @param key message key of what was looked at
 * @param detail what was found, a file name or a number; empty where nothing is to be said
 */
public record Check(Property property, String key, boolean passed, String detail) {

    /** Message key of what to do where it is not passed; its argument is the detail. */
    public String remedy() {
        return key + ".remedy";
    }

    Objection objection() {
        return Objection.of(remedy(), detail);
    }

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
