package org.sanban.people;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Who handles this (找谁办): units whose duties share the words of a question, as one asks it, without spaces and with words that say nothing. */
@Component
class WhoHandles {

    record Book(String nothing) {}

    private final String nothing;

    WhoHandles(@Value("${sanban.directory.rules:classpath:rules/directory.yaml}") Resource file) throws IOException {
        nothing = new YAMLMapper().readValue(file.getContentAsByteArray(), Book.class).nothing();
    }

    /** All of them for a blank question; else those that share at least a pair of characters with it, the best first. */
    List<Units.Unit> of(String question, List<Units.Unit> units) {
        Set<String> pairs = pairs(question.toLowerCase(Locale.ROOT));
        if (question.isBlank()) {
            return units;
        }
        record Match(Units.Unit unit, long hits) {}
        return units.stream().map(u -> new Match(u, hits(u, pairs))).filter(m -> m.hits() > 0).sorted(Comparator.comparingLong(Match::hits).reversed()).map(Match::unit).toList();
    }

    /** Words in its field and name count more than those in its duties. */
    private static long hits(Units.Unit unit, Set<String> pairs) {
        String name = (unit.name() + " " + unit.field()).toLowerCase(Locale.ROOT);
        String duties = unit.duties().toLowerCase(Locale.ROOT);
        return pairs.stream().mapToLong(p -> (name.contains(p) ? 3 : 0) + (duties.contains(p) ? 2 : 0)).sum();
    }

    private Set<String> pairs(String question) {
        Set<String> pairs = new HashSet<>();
        for (String run : question.split(nothing)) {
            if (run.matches("[a-z0-9]+") || run.length() == 1) {
                pairs.add(run);
            }
            for (int n = 0; n + 2 <= run.length(); n++) {
                pairs.add(run.substring(n, n + 2));
            }
        }
        pairs.remove("");
        return pairs;
    }
}
