package org.sanban.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A paper of the sample office with the log of what was done with it. */
record Sample(JsonNode paper) {

    private static final JsonNode DOCUMENTS = read("documents.yaml").get("documents");
    private static final JsonNode BODIES = read("organizations.yaml").get("organizations");

    static Sample of(String id) {
        return new Sample(StreamSupport.stream(DOCUMENTS.spliterator(), false).filter(d -> d.get("id").asString().equals(id)).findFirst().orElseThrow());
    }

    String text(String field) {
        return paper.path(field).asString("");
    }

    List<String> texts(String field) {
        return StreamSupport.stream(paper.path(field).spliterator(), false).map(JsonNode::asString).toList();
    }

    /** Local time of the office at which a step was taken. */
    String at(String step) {
        return logged(step).get("at").asString();
    }

    String note(String step) {
        return logged(step).get("note").asString();
    }

    JsonNode logged(String step) {
        return StreamSupport.stream(paper.get("stage_log").spliterator(), false).filter(l -> l.get("step").asString().equals(step)).findFirst().orElseThrow();
    }

    /** Name of a body outside the office. */
    static String body(String code) {
        return StreamSupport.stream(BODIES.spliterator(), false)
                .filter(b -> b.get("id").asString().equals(code)).findFirst().orElseThrow().get("name").asString();
    }

    private static JsonNode read(String name) {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("db", "sample", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
