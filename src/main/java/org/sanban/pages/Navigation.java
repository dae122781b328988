package org.sanban.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A module's line in the navigation; contributed as a bean, so that the shell knows no module.
 *
 * @param key message key of its text
 * @param right needed to see it, or null for everyone who is signed in
 * @param order smaller stands higher; 100 and above goes below the rule
 */
public record Navigation(String key, String href, int order, @Nullable String right, Set<String> prefixes) {

    public Navigation(String key, String href, int order, @Nullable String right) {
        this(key, href, order, right, Set.of(href));
    }
}
