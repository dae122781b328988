package org.sanban.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A module's line in the navigation; contributed as a bean, so that the shell knows no module.
 *
 * @param key message key of its text
 * @param right needed to see it, or null for everyone who is signed in
 * @param order smaller stands higher; 100 and above goes below the rule
 * @param letter null, or the key that does it from everywhere (N); such a line is an act and stands in the header
 */
public record Navigation(
        String key, String href, int order, @Nullable String right, Set<String> prefixes, @Nullable String letter) {

    public Navigation(String key, String href, int order, @Nullable String right, Set<String> prefixes) {
        this(key, href, order, right, prefixes, null);
    }

    public Navigation(String key, String href, int order, @Nullable String right) {
        this(key, href, order, right, Set.of(href), null);
    }

    /** An act offered in the header of every page, by its letter. */
    public static Navigation act(String letter, String key, String href, @Nullable String right) {
        return new Navigation(key, href, 0, right, Set.of(), letter);
    }
}
