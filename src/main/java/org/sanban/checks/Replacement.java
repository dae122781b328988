package org.sanban.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pattern puts in place of what it found: {@code $1} and {@code ${name}} stand for its groups. */
record Replacement(String words) {

    private static final Pattern GROUP = Pattern.compile("\\$(?:(?<number>\\d)|\\{(?<name>[A-Za-z][A-Za-z0-9]*)})");

    /** @throws IllegalArgumentException if it names a group the pattern does not have */
    static Replacement of(String words, Pattern pattern) {
        Matcher group = GROUP.matcher(words);
        while (group.find()) {
            String name = group.group("name");
            boolean known = name != null
                    ? pattern.namedGroups().containsKey(name)
                    : Integer.parseInt(group.group("number")) <= pattern.matcher("").groupCount();
            if (!known) {
                throw new IllegalArgumentException(group.group());
            }
        }
        return new Replacement(words);
    }

    String in(Matcher found) {
        StringBuilder made = new StringBuilder();
        Matcher group = GROUP.matcher(words);
        int from = 0;
        while (group.find()) {
            String name = group.group("name");
            String value = name == null ? found.group(Integer.parseInt(group.group("number"))) : found.group(name);
            made.append(words, from, group.start()).append(value == null ? "" : value);
            from = group.end();
        }
        return made.append(words, from, words.length()).toString();
    }
}
