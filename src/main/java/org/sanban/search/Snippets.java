package org.sanban.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts the part of a text around what was asked for, and says which parts of it are that. */
final class Snippets {

    private static final int BEFORE = 24;
    private static final int LENGTH = 120;

    private Snippets() {}

    /** Characters of a word may have brackets, punctuation or spaces between them, as a number has. */
    static Pattern pattern(List<String> words) {
        String alternatives = words.stream()
                .map(word -> word.codePoints().filter(Character::isLetterOrDigit)
                        .mapToObj(c -> Pattern.quote(new String(Character.toChars(c)))).collect(Collectors.joining("[\\p{P}\\p{S}\\s]{0,2}")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("|"));
        return Pattern.compile(alternatives.isEmpty() ? "(?!)" : alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static List<Hit.Segment> around(String text, Pattern asked) {
        Matcher matcher = asked.matcher(text);
        if (!matcher.find()) {
            return List.of();
        }
        int from = Math.max(0, matcher.start() - BEFORE);
        int to = Math.min(text.length(), from + LENGTH);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        return mark((from > 0 ? "…" : "") + text.substring(from, to).replaceAll("\\s+", " ") + (to < text.length() ? "…" : ""), asked);
    }

    /** The whole text, marked. */
    static List<Hit.Segment> mark(String text, Pattern asked) {
        List<Hit.Segment> segments = new ArrayList<>();
        Matcher matcher = asked.matcher(text);
        int done = 0;
        while (matcher.find()) {
            if (matcher.start() > done) {
                segments.add(new Hit.Segment(text.substring(done, matcher.start()), false));
            }
            segments.add(new Hit.Segment(matcher.group(), true));
            done = matcher.end();
        }
        if (done < text.length()) {
            segments.add(new Hit.Segment(text.substring(done), false));
        }
        return segments;
    }
}
