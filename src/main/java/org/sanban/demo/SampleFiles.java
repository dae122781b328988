package org.sanban.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The sample office's files under {@code db/sample}. */
final class SampleFiles {

    private static final YAMLMapper YAML = new YAMLMapper();

    private SampleFiles() {}

    static JsonNode tree(String name) {
        return YAML.readTree(text(name));
    }

    static String text(String name) {
        try (InputStream in = new ClassPathResource("db/sample/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
