package org.sanban.routing;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** What a policy says is wrong; the book adds how heavy it weighs. */
record Flaw(String kind, String field, @Nullable Span span, List<Object> args) {

    static Flaw of(String kind, String field, Object... args) {
        return new Flaw(kind, field, null, List.of(args));
    }

    /** The words just found, which are also the only argument. */
    static Flaw found(String kind, String field, Matcher words) {
        return of(kind, field, words.group()).in(words.start(), words.end());
    }

    Flaw in(int from, int to) {
        return new Flaw(kind, field, new Span(from, to), args);
    }

    Flaw in(Span where) {
        return new Flaw(kind, field, where, args);
    }

    static List<Flaw> when(boolean broken, String kind, String field, Object... args) {
        return broken ? List.of(of(kind, field, args)) : List.of();
    }
}
