package org.sanban.checks;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the data say for one structural check; whatever is asked for must be there. */
record Settings(Map<String, Object> values) {

    String text(String name) {
        return String.valueOf(known(name));
    }

    Pattern pattern(String name) {
        return Pattern.compile(text(name));
    }

    int number(String name) {
        return known(name) instanceof Number n ? n.intValue() : Integer.parseInt(text(name));
    }

    List<String> words(String name) {
        return known(name) instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of(text(name));
    }

    private Object known(String name) {
        @Nullable Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("setting " + name + " is missing");
        }
        return value;
    }
}
