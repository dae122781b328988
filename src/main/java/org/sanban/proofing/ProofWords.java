package org.sanban.proofing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words and patterns by which texts are compared and read, as data: {@code rules/proofing.yaml} or the office's own file. */
public final class ProofWords {

    /** @param odd understood, but not the form the standard asks for */
    record Mark(Level level, Pattern pattern, boolean odd) {}

    private static final String FILE = "/rules/proofing.yaml";

    private final JsonNode words;
    final Pattern punctuation;
    final Pattern negations;
    final Pattern amount;
    final Pattern body;
    final int substantiveAbove;
    final int wordingAbove;
    final int movedFrom;
    final Pattern sentenceEnd;
    final String headingEnd;
    final int headingAtMost;
    final int headingLineAtMost;
    final List<Mark> marks;

    private ProofWords(JsonNode words, Pattern body) {
        this.words = words;
        this.body = body;
        this.punctuation = pattern(words, "punctuation");
        this.negations = pattern(words, "negations");
        this.amount = pattern(words, "amount");
        this.substantiveAbove = number("substantive-above");
        this.wordingAbove = number("wording-above");
        this.movedFrom = number("moved-from");
        this.sentenceEnd = pattern("sentence-end");
        this.headingEnd = text("heading-end");
        this.headingAtMost = number("heading-at-most");
        this.headingLineAtMost = number("heading-line-at-most");
        this.marks = new ArrayList<>();
        for (JsonNode mark : words.get("marks")) {
            marks.add(new Mark(Level.values()[mark.get("level").asInt()], pattern(mark, "pattern"), mark.path("odd").asBoolean(false)));
        }
    }

    /** Those the product comes with. */
    public static ProofWords standard() {
        return Standard.WORDS;
    }

    public static ProofWords read(InputStream yaml) {
        JsonNode words = new YAMLMapper().readTree(yaml);
        return new ProofWords(words, pattern(words, "body"));
    }

    /** The same words, knowing these names of bodies, too: the full and the short names the office keeps. */
    public ProofWords knowing(Collection<String> bodies) {
        String names = bodies.stream().filter(name -> !name.isBlank())
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote).collect(Collectors.joining("|"));
        return names.isEmpty() ? this : new ProofWords(words, Pattern.compile(names + "|" + pattern(words, "body").pattern()));
    }

    String text(String key) {
        return Objects.requireNonNull(words.get(key), key).asString();
    }

    int number(String key) {
        return Objects.requireNonNull(words.get(key), key).asInt();
    }

    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        Objects.requireNonNull(words.get(key), key).forEach(word -> found.add(word.asString()));
        return found;
    }

    Pattern pattern(String key) {
        return pattern(words, key);
    }

    private static Pattern pattern(JsonNode node, String key) {
        return Pattern.compile(Objects.requireNonNull(node.get(key), key).asString());
    }

    private static final class Standard {
        private static final ProofWords WORDS = load();

        private static ProofWords load() {
            try (InputStream yaml = Objects.requireNonNull(ProofWords.class.getResourceAsStream(FILE), FILE)) {
                return read(yaml);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
