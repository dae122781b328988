package org.sanban.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addressees, one a line (主送、抄送): no mark at the end of a name, none named twice, none both addressed and copied. */
record Addressees(Pattern tail) implements Look {

    /** Settings: {@code tail}, marks a name does not end in. */
    static Look of(Settings settings) {
        return new Addressees(settings.pattern("tail"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        boolean copied = text.element().equals("ccRecipients");
        Set<String> main = copied ? new HashSet<>(paper.element("mainRecipients").lines().map(String::strip).toList()) : Set.of();
        Set<String> seen = new HashSet<>();
        int from = 0;
        for (String line : text.text().split("\n", -1)) {
            String name = line.strip();
            int at = from + line.indexOf(name);
            Matcher mark = tail.matcher(name);
            if (mark.find()) {
                flaws.add(Flaw.at(at + mark.start(), at + mark.end()).saying("addressees.mark", name).rather(""));
            }
            if (!name.isEmpty() && !seen.add(name)) {
                flaws.add(Flaw.at(at, at + name.length()).saying("addressees.twice", name));
            } else if (main.contains(name)) {
                flaws.add(Flaw.at(at, at + name.length()).saying("addressees.both", name));
            }
            from += line.length() + 1;
        }
        return flaws;
    }
}
