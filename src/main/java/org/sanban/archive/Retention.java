package org.sanban.archive;

/** How long an item is kept (保管期限, domain.md §8.4). The name is its segment of the archive code. */
public enum Retention {
    /** 永久. */
    Y,
    /** 30 年. */
    D30,
    /** 10 年. */
    D10
}
