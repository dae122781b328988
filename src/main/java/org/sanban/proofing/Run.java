package org.sanban.proofing;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text for display.
 *
 * @param change what it belongs to, null where nothing changed
 * @param number which change of the text it is, from 1; 0 where nothing changed
 * @param last nothing of the same change follows, so that its kind may be told here
 */
public record Run(State state, String text, @Nullable Change change, int number, boolean last) {

    /** Whether a stretch stands in both texts, in the old one only, or in the new one only. */
    public enum State { SAME, DELETED, INSERTED }
}
