package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for a pattern (句式). */
record PatternLook(Pattern pattern, @Nullable Replacement replacement, boolean marksPart) implements Look {

    /** @throws IllegalArgumentException if the pattern or its suggestion cannot be understood */
    static PatternLook of(RuleBody.WordPattern body) {
        Pattern pattern = Pattern.compile(body.pattern());
        Replacement replacement = body.suggestion() == null ? null : Replacement.of(body.suggestion(), pattern);
        return new PatternLook(pattern, replacement, pattern.namedGroups().containsKey("at"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        Matcher found = pattern.matcher(new Patience(text.text()));
        try {
            while (found.find()) {
                boolean part = marksPart && found.start("at") >= 0;
                Flaw flaw = part ? Flaw.at(found.start("at"), found.end("at")) : Flaw.at(found.start(), found.end());
                flaws.add(replacement == null ? flaw : flaw.rather(replacement.in(found)));
            }
        } catch (Patience.Exhausted | StackOverflowError tooSlow) {
            return List.of(Flaw.at(0, 0).saying("pattern.too-slow"));
        }
        return flaws;
    }
}
