package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans that run backwards (起止颠倒): 20日至10日, 2028年至2026年, 18:00—9:00. */
record Spans(List<Pattern> forms) implements Look {

    /** Settings: {@code forms}, patterns with groups {@code a1}, {@code a2} … for the beginning, {@code b1}, {@code b2} … for the end, the weightiest first. */
    static Look of(Settings settings) {
        return new Spans(settings.words("forms").stream().map(Pattern::compile).toList());
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        for (Pattern form : forms) {
            Matcher found = form.matcher(text.text());
            while (found.find()) {
                if (backwards(found, form)) {
                    flaws.add(Flaw.at(found.start(), found.end()).saying("spans.backwards", found.group()));
                }
            }
        }
        return flaws;
    }

    private static boolean backwards(Matcher found, Pattern form) {
        for (int n = 1; form.namedGroups().containsKey("a" + n); n++) {
            int differs = Integer.compare(Integer.parseInt(found.group("a" + n)), Integer.parseInt(found.group("b" + n)));
            if (differs != 0) {
                return differs > 0;
            }
        }
        return false;
    }
}
