package org.sanban.proofing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Texts of the sample papers. */
final class Bodies {

    private static final List<String> ALL = read();

    private Bodies() {}

    static List<String> all() {
        return ALL;
    }

    private static List<String> read() {
        List<String> bodies = new ArrayList<>();
        try (InputStream yaml = Bodies.class.getResourceAsStream("/db/sample/documents.yaml")) {
            new YAMLMapper().readTree(yaml).get("documents").forEach(paper -> bodies.add(paper.get("body").asString().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(bodies);
    }

    /** At least so many characters, a table in the middle. */
    static String draft(int characters) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; text.length() < characters; n++) {
            String body = all().get(n % all().size());
            text.append(n < all().size() ? body : body.replace("一、", n + "、")).append('\n');
            if (n == 1) {
                text.append("| 市（州） | 隐患点位 | 已整改 | 责任单位 |\n| 雾山州 | 397 | 288 | 州应急管理局 |\n| 北渡州 | 126 | 97 | 州水利局 |\n");
            }
        }
        return text.toString().strip();
    }
}
