package org.sanban.security.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The codes of what can stand on the trail (事项代码), as the modules have given words to them. */
@Component
class AuditWords {

    private static final String PREFIX = "audit.what.";

    private final List<String> codes;

    AuditWords(@Value("classpath*:messages/*_en.properties") Resource[] texts) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Resource file : texts) {
            Properties words = new Properties();
            try (Reader in = new java.io.InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                words.load(in);
            }
            words.stringPropertyNames().stream().filter(key -> key.startsWith(PREFIX)).map(key -> key.substring(PREFIX.length())).forEach(found::add);
        }
        codes = List.copyOf(found);
    }

    /** In order, without repetition. */
    List<String> codes() {
        return codes;
    }
}
