package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;

/** Fixed phrases (固定表述) are quoted exactly; what is one character away from one is a slip. The office keeps the list. */
record FixedPhrases(List<Near> phrases, List<String> sound) implements Look {

    /** Settings: {@code phrases}, of five characters and more; {@code sound}, wordings close to one of them that are none of its slips. */
    static Look of(Settings settings) {
        return new FixedPhrases(settings.words("phrases").stream().map(Near::new).toList(), settings.words("sound"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        for (Near phrase : phrases) {
            for (Near.Place place : phrase.in(words)) {
                if (sound.stream().noneMatch(other -> Places.covers(other, words, place.from(), place.to()))) {
                    flaws.add(Flaw.at(place.from(), place.to()).saying("phrases.inexact", phrase.right()).rather(phrase.right()));
                }
            }
        }
        return flaws;
    }
}
