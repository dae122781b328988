package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As many values as things they are said of (分别为). A name may hold an “and”, so things are counted with and without it. */
record Respectively(Pattern form, Pattern stop, Pattern and) implements Look {

    /** Settings: {@code form}, a pattern with groups {@code things} and {@code values}; {@code stop}, what parts things for sure; {@code and}, what may. */
    static Look of(Settings settings) {
        return new Respectively(settings.pattern("form"), settings.pattern("stop"), settings.pattern("and"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Matcher found = form.matcher(text.text());
        while (found.find()) {
            int stops = count(stop, found.group("things"));
            int least = stops + 1;
            int most = least + count(and, found.group("things"));
            int values = count(stop, found.group("values")) + 1 + Math.min(1, count(and, found.group("values")));
            if (most > 1 && values > 1 && (values < least || values > most)) {
                flaws.add(Flaw.at(found.start(), found.end()).saying("respectively.count", most, values));
            }
        }
        return flaws;
    }

    private static int count(Pattern pattern, String words) {
        return (int) pattern.matcher(words).results().count();
    }
}
