package org.sanban.layout.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which files serve a role, the best first ({@code layout/fonts.yaml}). */
record FontList(Map<FontRole, List<Entry>> roles) {

    /**
     * @param own the standard names this face: nothing to be told about
     * @param files file names in small letters
     * @param face PostScript name inside a collection, or null for its first
     */
    record Entry(String name, boolean own, List<String> files, @Nullable String face) {}

    private static final YAMLMapper YAML = new YAMLMapper();

    /** @param over the list that an office lays over the one shipped, or null */
    static FontList read(@Nullable Path over) {
        try (InputStream shipped = Objects.requireNonNull(FontList.class.getResourceAsStream("/layout/fonts.yaml"))) {
            Map<String, List<Map<String, Object>>> all = all(shipped);
            if (over != null) {
                try (InputStream own = Files.newInputStream(over)) {
                    all.putAll(all(own));
                }
            }
            Map<FontRole, List<Entry>> roles = new EnumMap<>(FontRole.class);
            for (FontRole role : FontRole.values()) {
                roles.put(role, Stream.of(role.name(), "everywhere").flatMap(key -> all.getOrDefault(key, List.of()).stream())
                        .map(FontList::entry).toList());
            }
            return new FontList(roles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Map<String, Object>>> all(InputStream in) {
        return YAML.readValue(in, Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Entry entry(Map<String, Object> entry) {
        return new Entry(
                String.valueOf(entry.get("name")), Boolean.TRUE.equals(entry.get("own")), (List<String>) entry.getOrDefault("files", List.of()),
                (String) entry.get("face"));
    }
}
