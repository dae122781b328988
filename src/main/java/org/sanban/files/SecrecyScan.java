package org.sanban.files;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds marks of classification (密级标志) in text. The patterns are data (rules/secrecy.yaml), each with examples that it
 * must and must not hit. Pure: knows no files and no Spring. Linear in the length of the text.
 */
public final class SecrecyScan {

    /** A pattern of the data file. The grade is told by the characters it captured, or by {@code grade} where it captures none. */
    public record Rule(String id, Set<Zone> zones, String pattern, List<String> hits, List<String> misses) {}

    /** Where a pattern is looked for. */
    public enum Zone { ANYWHERE, TOP_LINE, LABEL }

    /** What was found, and nothing of the text around it. */
    public record Mark(String rule, StateSecret grade, String place) {}

    private record Ready(String id, Pattern pattern) {}

    private static final int TOP_LINES = 8;
    private static final int LONGEST_LINE = 60;
    private static final Map<Character, StateSecret> GRADES =
            Map.of('绝', StateSecret.TOP_SECRET, '机', StateSecret.CONFIDENTIAL, '秘', StateSecret.SECRET);

    private final Map<Zone, List<Ready>> rules = new EnumMap<>(Zone.class);

    public SecrecyScan(List<Rule> given) {
        for (Zone zone : Zone.values()) {
            rules.put(zone, given.stream().filter(r -> r.zones().contains(zone))
                    .map(r -> new Ready(r.id(), Pattern.compile(r.pattern(), Pattern.MULTILINE))).toList());
        }
    }

    /** The highest mark in a typed text; its first lines count as the top of a page. */
    public Optional<Mark> inText(String text) {
        return in(new Passage(Passage.Place.BODY, text));
    }

    /** The highest mark in a name, a title or another short label. */
    public Optional<Mark> inLabel(String label) {
        return in(new Passage(Passage.Place.NAME, label));
    }

    Optional<Mark> in(Passage passage) {
        String text = normal(passage.text());
        Optional<Mark> label = switch (passage.place()) {
            case NAME, METADATA -> find(Zone.LABEL, text, passage);
            case HEADER -> lines(text, Integer.MAX_VALUE, passage);
            case BODY -> lines(text, TOP_LINES, passage);
        };
        return highest(label, find(Zone.ANYWHERE, text, passage));
    }

    private Optional<Mark> lines(String text, int limit, Passage passage) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(limit)
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(line -> find(Zone.TOP_LINE, line, passage))
                .flatMap(Optional::stream).max(Comparator.comparing(Mark::grade));
    }

    private Optional<Mark> find(Zone zone, String text, Passage passage) {
        Optional<Mark> best = Optional.empty();
        for (Ready rule : rules.get(zone)) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                best = highest(best, Optional.of(
                        new Mark(rule.id(), GRADES.get(matcher.group("grade").charAt(0)), passage.place().name())));
            }
        }
        return best;
    }

    private static Optional<Mark> highest(Optional<Mark> one, Optional<Mark> other) {
        return one.isEmpty() || other.isPresent() && other.get().grade().compareTo(one.get().grade()) > 0 ? other : one;
    }

    /** Full-width forms and the many stars become plain; invisible characters go; every kind of space is one space. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\u00ad]", "")
                .replaceAll("[☆✩✪✫✬✭✮✯✰⭐⋆]", "★")
                .replaceAll("[\\p{Zs}\\t]+", " ");
    }
}
