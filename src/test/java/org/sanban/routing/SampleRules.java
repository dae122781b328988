package org.sanban.routing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules as they are shipped, or with what an office has changed. */
final class SampleRules {

    private SampleRules() {}

    static Routing shipped() {
        return Routing.read(file(), null);
    }

    static Routing changed(String yaml) {
        return Routing.read(file(), new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream file() {
        return Objects.requireNonNull(Routing.class.getResourceAsStream("/rules/routing.yaml"));
    }
}
