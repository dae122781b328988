package org.sanban.wire;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes rows of a table by the columns that are said, and no others. The table has {@code id}, {@code version} and {@code updated_at}. */
public record Columns(JdbcClient jdbc, String table) {

    /** Writes a new row of what is not null. @return its id */
    public long insert(Map<String, ?> values) {
        Map<String, Object> present = bound(values);
        present.values().removeIf(Objects::isNull);
        String places = present.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
        return jdbc.sql("insert into %s (%s) values (%s) returning id".formatted(table, String.join(", ", present.keySet()), places))
                .params(present).query(Long.class).single();
    }

    /**
     * Writes columns of a row, and one version more.
     *
     * @param version that was read; null within the transaction that holds the row
     * @return false where the row has another version by now
     */
    public boolean update(long id, @Nullable Integer version, Map<String, ?> values, Instant at) {
        Map<String, Object> bound = bound(values);
        String sets = bound.keySet().stream().map(c -> c + " = :" + c + ", ").collect(Collectors.joining());
        bound.put("id", id);
        bound.put("updatedAt", Timestamp.from(at));
        bound.put("readVersion", version);
        return jdbc.sql("update " + table + " set " + sets + "updated_at = :updatedAt, version = version + 1 where id = :id"
                        + (version == null ? "" : " and version = :readVersion"))
                .params(bound).update() > 0;
    }

    private static Map<String, Object> bound(Map<String, ?> values) {
        Map<String, Object> bound = new LinkedHashMap<>();
        values.forEach((column, value) -> bound.put(column, switch (value) {
            case Instant at -> Timestamp.from(at);
            case LocalDate day -> Date.valueOf(day);
            case Collection<?> many -> many.stream().map(String::valueOf).toArray(String[]::new);
            case Enum<?> named -> named.name();
            case null, default -> value;
        }));
        return bound;
    }
}
