package org.sanban.files;

/**
 * A stretch of text and where it stands, for the search of marks of secrecy.
 *
 * @param text lines as a reader sees them
 */
record Passage(Place place, String text) {

    enum Place {
        /** The name of the file. */
        NAME,
        /** Title, keywords and the like inside the file. */
        METADATA,
        /** Page header, footer, stamp: every line counts as the top of a page. */
        HEADER,
        /** A page, a sheet or the whole text: its first lines count as the top. */
        BODY
    }
}
