package org.sanban.checks;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One rule of a file, read and written. */
record RuleNodes(JsonNode rule, JsonNode defaults) {

    private static final Set<String> NAMES = Set.of(
            "id", "severity", "steps", "scope", "text", "basis", "hits", "misses", "origin", "word-pair", "pattern", "structure", "suspicion", "question");

    private static final int ANY = Integer.MAX_VALUE;

    /** @throws RuntimeException saying what is wrong */
    Rule read(String id) {
        rule.propertyNames().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name);
        });
        RuleBody body = body();
        JsonNode text = value("text");
        Wording wording = text.isMissingNode() && body instanceof RuleBody.WordPair pair
                ? Wordings.of(pair)
                : new Wording(text.path("zh").asString(""), text.path("en").asString(""));
        JsonNode scope = value("scope");
        return new Rule(
                id, body, Severity.valueOf(value("severity").asString("WARN")), names(value("steps")),
                new Scope(names(scope.path("elements")), names(scope.path("types")), names(scope.path("directions"))),
                wording, value("basis").asString(""), papers("hits"), papers("misses"), value("origin").asString(""));
    }

    private JsonNode value(String name) {
        return rule.has(name) ? rule.get(name) : defaults.path(name);
    }

    private RuleBody body() {
        if (rule.has("word-pair")) {
            JsonNode pair = rule.get("word-pair");
            return new RuleBody.WordPair(needed(pair, "wrong"), needed(pair, "right"), List.copyOf(names(pair.path("except"))));
        }
        if (rule.has("pattern")) {
            JsonNode pattern = rule.get("pattern");
            return pattern.isString()
                    ? new RuleBody.WordPattern(pattern.asString(), null)
                    : new RuleBody.WordPattern(needed(pattern, "find"), optional(pattern, "suggestion"));
        }
        if (rule.has("structure")) {
            JsonNode structure = rule.get("structure");
            Map<String, Object> settings = new LinkedHashMap<>();
            structure.properties().forEach(one -> settings.put(one.getKey(), plain(one.getValue())));
            settings.remove("check");
            return new RuleBody.Structure(needed(structure, "check"), settings);
        }
        if (rule.has("suspicion")) {
            JsonNode suspicion = rule.get("suspicion");
            return new RuleBody.Suspicion(
                    List.copyOf(names(suspicion.path("sound"))), suspicion.path("rare").asInt(ANY), suspicion.path("common").asInt(ANY));
        }
        if (rule.has("question")) {
            return new RuleBody.Question(optional(rule.get("question"), "when"));
        }
        throw new IllegalArgumentException("word-pair | pattern | structure | suspicion | question");
    }

    private static String needed(JsonNode node, String name) {
        if (!node.path(name).isString()) {
            throw new IllegalArgumentException(name);
        }
        return node.get(name).asString();
    }

    private static @Nullable String optional(JsonNode node, String name) {
        return node.path(name).isValueNode() && !node.path(name).isNull() ? node.get(name).asString() : null;
    }

    private static Object plain(JsonNode node) {
        return node.isArray() ? List.copyOf(names(node)) : node.isNumber() ? node.intValue() : node.asString();
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new LinkedHashSet<>();
        list.forEach(name -> names.add(name.asString()));
        return names;
    }

    private List<CheckedPaper> papers(String name) {
        return StreamSupport.stream(rule.path(name).spliterator(), false).map(ExampleNodes::read).toList();
    }

    static Map<String, Object> write(Rule rule) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", rule.id());
        switch (rule.body()) {
            case RuleBody.WordPair pair -> {
                Map<String, Object> words = new LinkedHashMap<>(Map.of("wrong", pair.wrong()));
                words.put("right", pair.right());
                words.put("except", pair.except());
                node.put("word-pair", words);
            }
            case RuleBody.WordPattern pattern -> {
                Map<String, Object> words = new LinkedHashMap<>(Map.of("find", pattern.pattern()));
                if (pattern.suggestion() != null) {
                    words.put("suggestion", pattern.suggestion());
                }
                node.put("pattern", words);
            }
            case RuleBody.Structure structure -> {
                Map<String, Object> words = new LinkedHashMap<>(Map.of("check", structure.check()));
                new TreeSet<>(structure.settings().keySet()).forEach(name -> words.put(name, structure.settings().get(name)));
                node.put("structure", words);
            }
            case RuleBody.Suspicion suspicion -> {
                Map<String, Object> words = new LinkedHashMap<>(Map.of("sound", suspicion.sound()));
                words.put("rare", suspicion.rare());
                words.put("common", suspicion.common());
                node.put("suspicion", words);
            }
            case RuleBody.Question question -> node.put("question", question.when() == null ? Map.of() : Map.of("when", question.when()));
        }
        node.put("severity", rule.severity().name());
        node.put("steps", new TreeSet<>(rule.steps()));
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("elements", new TreeSet<>(rule.scope().elements()));
        scope.put("types", new TreeSet<>(rule.scope().types()));
        scope.put("directions", new TreeSet<>(rule.scope().directions()));
        node.put("scope", scope);
        Map<String, String> text = new LinkedHashMap<>(Map.of("zh", rule.text().zh()));
        text.put("en", rule.text().en());
        node.put("text", text);
        node.put("basis", rule.basis());
        node.put("hits", rule.hits().stream().map(ExampleNodes::write).toList());
        node.put("misses", rule.misses().stream().map(ExampleNodes::write).toList());
        node.put("origin", rule.origin());
        return node;
    }
}
