package org.sanban.checks;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Rules as a file (YAML), in which offices hand them to each other. One list {@code rules}; above it {@code defaults} may hold what most of them share:
 *
 * <pre>{@code
 * defaults: {severity: WARN, basis: …, origin: shipped}
 * rules:
 *   - id: WP-001
 *     word-pair: {wrong: …, right: …, except: […]}     # or pattern, structure, suspicion, question
 *     severity: BLOCK
 *     steps: [review]
 *     scope: {elements: [body], types: [NOTICE], directions: [DOWN]}
 *     text: {zh: …, en: …}                              # may be left out of a word pair
 *     hits: [a body, {title: …, body: …, docType: NOTICE, date: 2026-04-02}]
 *     misses: […]
 * }</pre>
 */
public final class RuleFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private RuleFile() {}

    /** @throws Refused with {@code checks.file.*} if it is no such file, naming the rule and what is wrong with it */
    public static List<Rule> read(InputStream yaml) {
        return rules(() -> YAML.readTree(yaml));
    }

    /** @throws Refused like {@link #read(InputStream)} */
    public static List<Rule> read(String yaml) {
        return rules(() -> YAML.readTree(new StringReader(yaml)));
    }

    /** One file that {@link #read(String)} reads again as the same rules. */
    public static String write(Collection<Rule> rules) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("rules", rules.stream().map(RuleNodes::write).toList());
        return YAML.writeValueAsString(file);
    }

    private interface Source {
        JsonNode read();
    }

    private static List<Rule> rules(Source source) {
        JsonNode file;
        try {
            file = source.read();
        } catch (JacksonException notYaml) {
            throw new Refused(Objection.of("checks.file.not-yaml", notYaml.getLocation().getLineNr()));
        }
        Refused.unless(file != null && file.path("rules").isArray(), "checks.file.no-rules");
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : file.get("rules")) {
            rules.add(rule(rule, file.path("defaults"), rules.size() + 1));
        }
        return List.copyOf(rules);
    }

    private static Rule rule(JsonNode rule, JsonNode defaults, int number) {
        String id = rule.path("id").asString("");
        Refused.unless(!id.isEmpty(), "checks.file.no-id", number);
        try {
            return new RuleNodes(rule, defaults).read(id);
        } catch (RuntimeException notUnderstood) {
            throw new Refused(Objection.of("checks.file.rule", id, String.valueOf(notUnderstood.getMessage())));
        }
    }
}
