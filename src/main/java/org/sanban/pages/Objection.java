package org.sanban.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is refused, in words a person understands and with the place to mend it.
 *
 * @param code message key of the sentence, also the stable code in the API
 * @param field the form field it belongs to, or null when it belongs to the act as a whole
 * @param args arguments of the message
 */
public record Objection(String code, @Nullable String field, List<Object> args) {

    public static Objection of(String code, Object... args) {
        return new Objection(code, null, List.of(args));
    }

    /** The same objection, shown beside {@code field}. */
    public Objection at(String field) {
        return new Objection(code, field, args);
    }
}
