package org.sanban.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of a list: where it stands, and the filters that are set.
 *
 * @param query without a question mark; empty for the whole list
 */
public record ListAddress(String path, String query) {

    public static ListAddress of(String path) {
        return new ListAddress(path, "");
    }

    /** The same with a filter; unchanged where {@code value} is null or blank. */
    public ListAddress with(String name, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return this;
        }
        String set = name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new ListAddress(path, query.isEmpty() ? set : query + "&" + set);
    }

    /**
     * The way through the list by key.
     *
     * @param after the cursor that this page was asked with, null on the first one
     * @param next the cursor of its last line, null at the end
     */
    public PageLinks pages(@Nullable Object after, @Nullable Object next) {
        return new PageLinks(after == null ? null : toString(), next == null ? null : with("after", next).toString());
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
