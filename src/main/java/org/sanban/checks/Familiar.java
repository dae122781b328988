package org.sanban.checks;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Neighbouring characters that stand in papers the office has signed: what is written there is not suspicious (疑似白名单).
 *
 * @param pairs two characters each
 */
public record Familiar(Set<String> pairs) {

    public static final Familiar NOTHING = new Familiar(Set.of());

    public Familiar {
        pairs = Set.copyOf(pairs);
    }

    /** @param texts of signed papers; only those pairs are learned that stand next to each other in one line */
    public static Familiar of(Collection<String> texts) {
        Set<String> pairs = new HashSet<>();
        texts.forEach(text -> {
            for (int n = 0; n + 1 < text.length(); n++) {
                if (Character.isIdeographic(text.charAt(n)) && Character.isIdeographic(text.charAt(n + 1))) {
                    pairs.add(text.substring(n, n + 2));
                }
            }
        });
        return new Familiar(pairs);
    }

    /** Both what is known here and what the texts show. */
    public Familiar and(Collection<String> texts) {
        Set<String> both = new HashSet<>(pairs);
        both.addAll(of(texts).pairs());
        return new Familiar(both);
    }

    boolean knows(String pair) {
        return pairs.contains(pair);
    }
}
