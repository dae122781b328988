package org.sanban.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All figures of a layout by path, e.g. {@code type_area.width}: the standard's, over them what the house chose where the standard is
 * silent, over them the office's own file. A figure that is asked for and not there is a mistake of the program, said by its path.
 */
public final class Figures {

    /** One point in mm. */
    public static final double POINT = 25.4 / 72;

    private static final List<String> SHIPPED = List.of("/layout/gbt9704.yaml", "/layout/house.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Object> flat = new HashMap<>();

    private Figures() {}

    /** @param own the office's file, or null */
    public static Figures read(@Nullable Path own) {
        Figures figures = new Figures();
        try {
            for (String name : SHIPPED) {
                try (InputStream in = Objects.requireNonNull(Figures.class.getResourceAsStream(name), name)) {
                    figures.lay("", YAML.readValue(in, Map.class));
                }
            }
            if (own != null) {
                figures.lay("", YAML.readValue(Files.readAllBytes(own), Map.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    /** These figures with some others in their place, by path. */
    public Figures with(Map<String, ?> others) {
        Figures figures = new Figures();
        figures.flat.putAll(flat);
        figures.flat.putAll(others);
        return figures;
    }

    private void lay(String before, Map<?, ?> tree) {
        tree.forEach((key, value) -> {
            String path = before + key;
            if (value instanceof Map<?, ?> branch) {
                lay(path + ".", branch);
            } else {
                flat.put(path, value);
            }
        });
    }

    public double number(String path) {
        return ((Number) value(path)).doubleValue();
    }

    /** A size in points, in mm. */
    public double points(String path) {
        return number(path) * POINT;
    }

    public int count(String path) {
        return ((Number) value(path)).intValue();
    }

    public boolean holds(String path) {
        return (Boolean) value(path);
    }

    public String text(String path) {
        return value(path).toString();
    }

    private Object value(String path) {
        return Objects.requireNonNull(flat.get(path), () -> "No figure " + path + " in the layout");
    }
}
