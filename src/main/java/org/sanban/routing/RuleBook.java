package org.sanban.routing;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The terms of all rules as the data files set them. */
final class RuleBook {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RuleBook() {}

    /**
     * Reads the shipped file and, laid over it, what the office has changed; there only the changed values need to stand.
     *
     * @throws RuntimeException if a pattern, a name or a value is not understood
     */
    static Map<String, Terms> read(InputStream shipped, @Nullable InputStream changed) {
        Map<String, Object> all = plain(shipped);
        if (changed != null) {
            lay(plain(changed), all);
        }
        all.values().forEach(terms -> share(terms, all));
        Map<String, Terms> book = new LinkedHashMap<>();
        all.forEach((id, terms) -> book.put(id, YAML.convertValue(terms, Terms.class)));
        return book;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(InputStream yaml) {
        return YAML.readValue(yaml, LinkedHashMap.class);
    }

    /** Patterns and words of the rule named under {@code shares} stand with that one only; the rule's own come first. */
    private static void share(Object terms, Map<String, Object> all) {
        if (!(terms instanceof Map<?, ?> found) || !(found.get("shares") instanceof String rule)) {
            return;
        }
        if (!all.containsKey(rule)) {
            throw new IllegalStateException("a rule shares terms with " + rule + ", which is no rule");
        }
        Map<String, Object> own = inner(terms);
        own.remove("shares");
        for (String part : List.of("patterns", "words")) {
            Map<String, Object> both = new LinkedHashMap<>(inner(inner(all.get(rule)).get(part)));
            both.putAll(inner(own.get(part)));
            own.put(part, both);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(@Nullable Object map) {
        return map == null ? Map.of() : (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static void lay(Map<String, Object> over, Map<String, Object> under) {
        over.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && under.get(key) instanceof Map<?, ?> below) {
                lay((Map<String, Object>) inner, (Map<String, Object>) below);
            } else {
                under.put(key, value);
            }
        });
    }
}
