package org.sanban.pages;

import org.jspecify.annotations.Nullable;

/**
 * The way through a list that pages by key.
 *
 * @param first back to the newest, null on the first page
 * @param next the older ones, null at the end
 */
public record PageLinks(@Nullable String first, @Nullable String next) {

    public boolean any() {
        return first != null || next != null;
    }
}
