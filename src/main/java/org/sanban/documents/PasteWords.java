package org.sanban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words and patterns by which papers are recognised, as data; an office may name its own files. A broken one stops the start. */
@Configuration(proxyBeanMethods = false)
class PasteWords {

    private static final ObjectMapper YAML =
            YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    @Bean
    PastedText pastedText(@Value("${sanban.incoming.words:classpath:rules/incoming-words.yaml}") Resource file) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return read(yaml);
        }
    }

    @Bean
    GroundHints groundHints(@Value("${sanban.incoming.grounds:classpath:rules/incoming-grounds.yaml}") Resource file,
            @Value("${sanban.office-tier:1}") int officeTier) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return hints(yaml, officeTier);
        }
    }

    static GroundHints hints(InputStream yaml, int officeTier) {
        return new GroundHints(YAML.readValue(yaml, new TypeReference<List<GroundHints.Rule>>() {}), officeTier);
    }

    static PastedText read(InputStream yaml) {
        JsonNode words = YAML.readTree(yaml);
        Map<String, DocType> types = map(words, "types", DocType.class);
        String number = words.get("number").asString();
        String plain = number.replaceAll("\\?<\\w+>", "?:");
        return new PastedText(new PastedText.Words(
                pattern(number), words.get("number-form").asString(),
                pattern(words.get("number-frame").asString().replace("{number}", plain)),
                pattern(words.get("letterhead").asString()), words.get("about").asString(), types,
                byType(words, "directions", Direction.class), byType(words, "kinds", Particulars.Kind.class),
                map(words, "urgency", UrgencyMark.class), pattern(words.get("telegram").asString()), pattern(words.get("date").asString()),
                pattern(words.get("contact").asString()), pattern(words.get("signer").asString())));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.MULTILINE);
    }

    private static <E extends Enum<E>> Map<String, E> map(JsonNode words, String name, Class<E> type) {
        Map<String, E> map = new LinkedHashMap<>();
        words.get(name).properties().forEach(e -> map.put(e.getKey(), Enum.valueOf(type, e.getValue().asString())));
        return map;
    }

    private static <E extends Enum<E>> Map<DocType, E> byType(JsonNode words, String name, Class<E> type) {
        Map<DocType, E> map = new LinkedHashMap<>();
        map(words, name, type).forEach((key, value) -> map.put(DocType.valueOf(key), value));
        return map;
    }
}
