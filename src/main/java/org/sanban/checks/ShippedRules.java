package org.sanban.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules the product comes with. */
final class ShippedRules {

    /** Files of {@code rules/checks}, by theme. */
    private static final List<String> THEMES = List.of(
            "words", "idioms", "usage", "punctuation", "structure", "figures", "form", "names", "phrases", "suspicion", "questions");

    private static final Once<List<Rule>> ALL = Once.of(ShippedRules::read);

    private ShippedRules() {}

    static List<Rule> all() {
        return ALL.get();
    }

    private static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        for (String theme : THEMES) {
            String file = "/rules/checks/" + theme + ".yaml";
            try (InputStream yaml = Objects.requireNonNull(ShippedRules.class.getResourceAsStream(file), file)) {
                rules.addAll(RuleFile.read(yaml));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(rules);
    }
}
