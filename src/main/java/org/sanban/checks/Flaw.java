package org.sanban.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says is wrong in one text; the book adds the rest.
 *
 * @param message key, null for the text of the rule
 */
record Flaw(int from, int to, @Nullable String message, List<Object> args, @Nullable String suggestion) {

    static Flaw at(int from, int to) {
        return new Flaw(from, to, null, List.of(), null);
    }

    Flaw saying(String key, Object... args) {
        return new Flaw(from, to, "checks." + key, List.of(args), suggestion);
    }

    Flaw rather(@Nullable String suggestion) {
        return new Flaw(from, to, message, args, suggestion);
    }
}
