package org.sanban.archive;

/** What kind of place an item is stored in. */
public enum Place {
    /** Box and shelf in the archive room (库房). */
    SHELF,
    /** The electronic store (电子档案库). */
    STORE
}
