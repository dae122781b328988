package org.sanban.security.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Navigation;
import org.sanban.pages.NavigationCount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks for what is counted beside the lines of the navigation: all of it in one statement. */
@Component
class WaitingCounts {

    /** @param shown null for 0 */
    record Count(@Nullable String shown, boolean hot) {

        static final Count NONE = new Count(null, false);

        static Count of(int waiting, boolean hot) {
            return waiting == 0 ? NONE : new Count(waiting > 99 ? "99+" : String.valueOf(waiting), hot);
        }
    }

    private final JdbcClient jdbc;
    private final Map<String, NavigationCount> counts;

    WaitingCounts(JdbcClient jdbc, ObjectProvider<NavigationCount> counts) {
        this.jdbc = jdbc;
        this.counts = counts.stream().collect(Collectors.toMap(NavigationCount::href, Function.identity()));
    }

    /** By {@link Navigation#href}, for a person who sees these lines. */
    @Transactional(readOnly = true)
    public Map<String, Count> of(List<Navigation> lines, long person) {
        List<NavigationCount> asked = lines.stream().map(line -> counts.get(line.href())).filter(Objects::nonNull).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        asked.forEach(count -> values.putAll(count.values(person)));
        return jdbc.sql(asked.stream().map(count -> "(" + count.sql() + ")").collect(Collectors.joining(", ", "select ", "")))
                .params(values)
                .query((row, n) -> {
                    Map<String, Count> found = new HashMap<>();
                    for (int i = 0; i < asked.size(); i++) {
                        found.put(asked.get(i).href(), Count.of(row.getInt(i + 1), asked.get(i).hot()));
                    }
                    return found;
                })
                .single();
    }
}
