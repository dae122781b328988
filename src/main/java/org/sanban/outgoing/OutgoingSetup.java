package org.sanban.outgoing;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Loads the office's own rules; a broken file stops the start. */
@Configuration(proxyBeanMethods = false)
class OutgoingSetup {

    private static final ObjectMapper YAML =
            YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    @Bean
    OutgoingRules outgoingRules(@Value("${sanban.outgoing.rules:classpath:rules/outgoing.yaml}") Resource file) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return YAML.readValue(yaml, OutgoingRules.class);
        }
    }
}
