package org.sanban.wire;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for, as it comes together: conditions in SQL, each with its value. What is not asked, null or blank, makes none.
 * A condition names its value itself, once: {@code d.kind = :kind}.
 */
public final class Conditions {

    private static final Pattern NAME = Pattern.compile("(?<!:):(\\w+)");
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-(\\d{1,18})");

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> values;

    /** @param values of the conditions that come without one */
    public Conditions(Map<String, ?> values) {
        this.values = new HashMap<>(values);
    }

    /** Holds whatever is asked. */
    public Conditions that(String condition) {
        all.add(condition);
        return this;
    }

    /** @param value an enum stands for its name */
    public Conditions is(@Nullable Object value, String condition) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            put(name(condition), value instanceof Enum<?> named ? named.name() : value);
            all.add(condition);
        }
        return this;
    }

    /** {@code text} stands anywhere in it; what it says is taken by the letter. */
    public Conditions like(@Nullable String text, String condition) {
        return is(text == null || text.isBlank() ? null : anywhere(text), condition);
    }

    /** Every word of {@code text} stands in it: {@code condition} once for each, with the name of its value made the word's own. */
    public Conditions words(@Nullable String text, String condition) {
        String name = name(condition);
        int n = 0;
        for (String word : text == null || text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            is(anywhere(word), condition.replaceAll(":" + name + "\\b", ":" + name + n++));
        }
        return this;
    }

    /** From a day on, or with {@code plus} 1 before the one that follows it. */
    public Conditions day(@Nullable LocalDate day, int plus, ZoneId zone, String condition) {
        return is(day == null ? null : Timestamp.from(day.plusDays(plus).atStartOfDay(zone).toInstant()), condition);
    }

    /** Where the page after a line begins, for a list by time and id. */
    public static String cursor(Instant at, long id) {
        return at.toEpochMilli() + "-" + id;
    }

    /**
     * Further down than a line, latest first; anything that is no {@link #cursor} begins at the top.
     *
     * @param columns of the time and the id, e.g. {@code d.received_at, d.id}
     */
    public Conditions after(@Nullable String cursor, String columns) {
        Matcher key = CURSOR.matcher(cursor == null ? "" : cursor);
        if (key.matches()) {
            put("afterAt", Timestamp.from(Instant.ofEpochMilli(Long.parseLong(key.group(1)))));
            put("afterId", Long.parseLong(key.group(2)));
            all.add("(" + columns + ") < (:afterAt, :afterId)");
        }
        return this;
    }

    public Conditions put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** All of them, for a {@code where}. */
    public String sql() {
        return all.isEmpty() ? "true" : String.join(" and ", all);
    }

    public Map<String, Object> values() {
        return values;
    }

    private static String anywhere(String text) {
        return "%" + text.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private static String name(String condition) {
        Matcher name = NAME.matcher(condition);
        if (!name.find()) {
            throw new IllegalArgumentException(condition + " names no value");
        }
        return name.group(1);
    }
}
