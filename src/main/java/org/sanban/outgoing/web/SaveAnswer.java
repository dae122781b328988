package org.sanban.outgoing.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the editor's script learns.
 *
 * @param state {@code saved}, {@code refused}, {@code stale} (somebody wrote), {@code taken} (somebody holds the pen), {@code mine}
 *     or {@code free}
 * @param version of the saved text
 * @param words for the person
 * @param fields what is wrong, by field
 */
record SaveAnswer(String state, @Nullable Integer version, String words, Map<String, List<String>> fields) {

    static SaveAnswer of(String state, int version, String words) {
        return new SaveAnswer(state, version, words, Map.of());
    }
}
