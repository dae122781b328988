package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;

/** Looks for wrong words (词对). */
record PairLook(RuleBody.WordPair pair) implements Look {

    /** @throws IllegalArgumentException if the pair says nothing */
    static PairLook of(RuleBody.WordPair pair) {
        if (pair.wrong().isBlank() || pair.wrong().equals(pair.right())) {
            throw new IllegalArgumentException("a pair needs two different words");
        }
        return new PairLook(pair);
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        String wrong = pair.wrong();
        for (int at = words.indexOf(wrong); at >= 0; at = words.indexOf(wrong, at + wrong.length())) {
            if (!sound(words, at)) {
                flaws.add(Flaw.at(at, at + wrong.length()).rather(pair.right()));
            }
        }
        return flaws;
    }

    /** Do they stand inside a longer word in which they are sound? */
    private boolean sound(String words, int at) {
        return pair.except().stream().anyMatch(longer -> {
            for (int inside = longer.indexOf(pair.wrong()); inside >= 0; inside = longer.indexOf(pair.wrong(), inside + 1)) {
                if (at >= inside && words.startsWith(longer, at - inside)) {
                    return true;
                }
            }
            return false;
        });
    }
}
