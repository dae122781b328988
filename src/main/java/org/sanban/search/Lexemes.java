package org.sanban.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words of a text for PostgreSQL: of each run of ideographs all pairs and the trailing single character, of letters and
 * digits the whole word. Widths and brackets make no difference: 岭财函〔2026〕88号 and 岭财函2026 88 have the same words.
 */
final class Lexemes {

    /** @param at position, counted in characters of ideographs and in whole words */
    record Lexeme(String text, int at, boolean prefix) {}

    private static final int GAP = 3;
    /** PostgreSQL keeps no word of 2,047 bytes or more; of one so long the beginning tells enough. */
    private static final int LONGEST = 255;

    private final List<Lexeme> found = new ArrayList<>();
    private final boolean asked;
    private int at = 1;

    private Lexemes(boolean asked) {
        this.asked = asked;
    }

    /** Of fields that are kept: a phrase does not reach from one into the next. */
    static Lexemes kept(String... fields) {
        Lexemes lexemes = new Lexemes(false);
        for (String field : fields) {
            lexemes.read(field);
            lexemes.at += GAP;
        }
        return lexemes;
    }

    /** Of a word that is asked for: the trailing character is left out; one character alone is a beginning. */
    static Lexemes asked(String word) {
        Lexemes lexemes = new Lexemes(true);
        lexemes.read(word);
        return lexemes;
    }

    private void read(String text) {
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().toArray();
        int from = 0;
        while (from < points.length) {
            int to = from + 1;
            if (Character.isIdeographic(points[from])) {
                while (to < points.length && Character.isIdeographic(points[to])) {
                    to++;
                }
                run(points, from, to);
            } else if (Character.isLetterOrDigit(points[from])) {
                while (to < points.length && Character.isLetterOrDigit(points[to]) && !Character.isIdeographic(points[to])) {
                    to++;
                }
                found.add(new Lexeme(new String(points, from, Math.min(to - from, LONGEST)), at++, false));
            }
            from = to;
        }
    }

    private void run(int[] points, int from, int to) {
        for (int i = from; i < to - 1; i++) {
            found.add(new Lexeme(new String(points, i, 2), at++, false));
        }
        if (!asked || to - from == 1) {
            found.add(new Lexeme(new String(points, to - 1, 1), at, asked));
        }
        at++;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** As a {@code tsvector} with positions. */
    String vector() {
        return found.stream().map(l -> "'" + l.text() + "':" + Math.min(l.at(), 16_383)).collect(Collectors.joining(" "));
    }

    Set<String> texts() {
        return found.stream().map(Lexeme::text).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As a {@code tsquery}: these words at these distances. */
    String phrase() {
        StringBuilder query = new StringBuilder();
        int last = 0;
        for (Lexeme lexeme : found) {
            if (!query.isEmpty()) {
                query.append(" <").append(lexeme.at() - last).append("> ");
            }
            query.append('\'').append(lexeme.text()).append(lexeme.prefix() ? "':*" : "'");
            last = lexeme.at();
        }
        return query.toString();
    }

    /** As a {@code tsquery}: all of these words, anywhere. */
    String all() {
        return found.stream().map(l -> "'" + l.text() + (l.prefix() ? "':*" : "'")).distinct().collect(Collectors.joining(" & "));
    }

    /** Does a hit of {@link #all} say as much as one of {@link #phrase}? */
    boolean single() {
        return found.size() == 1;
    }
}
