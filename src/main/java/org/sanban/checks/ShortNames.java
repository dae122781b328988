package org.sanban.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short names a text gives (以下简称): used afterwards, and given once. */
record ShortNames(Pattern given) implements Look {

    /** Settings: {@code given}, a pattern with a group {@code name}. */
    static Look of(Settings settings) {
        return new ShortNames(settings.pattern("given"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String words = text.text();
        Matcher found = given.matcher(words);
        while (found.find()) {
            String name = found.group("name");
            if (!names.add(name)) {
                flaws.add(Flaw.at(found.start("name"), found.end("name")).saying("short.twice", name));
            } else if (words.indexOf(name, found.end()) < 0) {
                flaws.add(Flaw.at(found.start("name"), found.end("name")).saying("short.unused", name));
            }
        }
        return flaws;
    }
}
