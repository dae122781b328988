package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters and words written twice (重字、重词), but for those that are doubled on purpose (叠词). */
record Repeats(Pattern repeated, List<String> sound) implements Look {

    /** Settings: {@code repeated}, a pattern whose group {@code once} stands twice; {@code sound}, words in which it may. */
    static Look of(Settings settings) {
        return new Repeats(settings.pattern("repeated"), settings.words("sound"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        Matcher found = repeated.matcher(words);
        while (found.find()) {
            if (sound.stream().noneMatch(word -> Places.covers(word, words, found.start(), found.end()))) {
                flaws.add(Flaw.at(found.start(), found.end()).saying("repeats.twice", found.group("once")).rather(found.group("once")));
            }
        }
        return flaws;
    }
}
