package org.sanban.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the patterns of the secrecy scan; an office may name its own file. A broken one stops the start. */
@Configuration(proxyBeanMethods = false)
class SecrecyRules {

    /** The data file: the rules, and examples that none of them may take for a mark. */
    record Book(List<SecrecyScan.Rule> rules, List<String> never) {

        static Book read(InputStream yaml) {
            return new YAMLMapper().readValue(yaml, Book.class);
        }
    }

    @Bean
    SecrecyScan secrecyScan(@Value("${sanban.files.secrecy-rules:classpath:rules/secrecy.yaml}") Resource file)
            throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return new SecrecyScan(Book.read(yaml).rules());
        }
    }
}
