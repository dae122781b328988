package org.sanban.checks;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two neighbouring words of one character each that the language never has next to each other (疑似错字), and a character that stands twice where
 * two words meet: many wrong characters in a text look so, and some sound words do. What stands in a known name or in a paper signed before is sound. The dictionaries are read
 * when the first text is looked at, about a second.
 */
record SuspicionLook(RuleBody.Suspicion body, Familiar familiar) implements Look {

    private static final Once<Segment> SEGMENT =
            Once.of(() -> new ViterbiSegment().enableOffset(true).enableNameRecognize(true).enablePlaceRecognize(true));

    private static final int SERIES = 10;
    private static final Set<Nature> NAMES_AND_NUMBERS = Set.of(Nature.m, Nature.q, Nature.nr, Nature.ns);

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        List<Term> terms = SEGMENT.get().seg(words);
        for (int n = 0; n + 1 < terms.size(); n++) {
            Term first = terms.get(n);
            Term then = terms.get(n + 1);
            if (doubled(first, then) && !sound(words, then.offset - 1, paper)) {
                String once = words.substring(then.offset, then.offset + 1);
                flaws.add(Flaw.at(then.offset - 1, then.offset + 1).saying("suspicion.doubled", once).rather(once));
            } else if (suspicious(first, then) && !sound(words, first.offset, paper)) {
                flaws.add(Flaw.at(first.offset, first.offset + 2));
            }
        }
        return flaws;
    }

    /** The same character at the end of one word and the beginning of the next, one of them no word of its own beside it. */
    private static boolean doubled(Term first, Term then) {
        char here = then.word.charAt(0);
        return first.offset + first.word.length() == then.offset
                && first.word.charAt(first.word.length() - 1) == here && Character.isIdeographic(here)
                && (first.word.length() == 1 || then.word.length() == 1)
                && first.nature != Nature.m && then.nature != Nature.m;
    }

    private boolean suspicious(Term first, Term then) {
        return Stream.of(first, then).allMatch(SuspicionLook::loneCharacter)
                && first.offset + 1 == then.offset
                && CoreBiGramTableDictionary.getBiFrequency(first.word, then.word) == 0
                && Math.min(frequency(first), frequency(then)) < body.rare()
                && Math.max(frequency(first), frequency(then)) < body.common();
    }

    private static boolean loneCharacter(Term term) {
        return term.word.length() == 1 && Character.isIdeographic(term.word.charAt(0)) && !NAMES_AND_NUMBERS.contains(term.nature);
    }

    private static int frequency(Term term) {
        CoreDictionary.Attribute known = CoreDictionary.get(term.word);
        return known == null ? 0 : known.totalFrequency;
    }

    private boolean sound(String words, int at, CheckedPaper paper) {
        return familiar.knows(words.substring(at, at + 2))
                || namesASeries(words, at)
                || Stream.concat(body.sound().stream(), names(paper))
                        .anyMatch(word -> Places.covers(word, words, at, at + 1) || Places.covers(word, words, at + 1, at + 2));
    }

    /** The letters of a number such as 岭政办函〔2026〕33号. */
    private static boolean namesASeries(String words, int at) {
        int to = at;
        while (to < words.length() && Character.isIdeographic(words.charAt(to))) {
            to++;
        }
        return to - at < SERIES && words.startsWith("〔", to);
    }

    private static Stream<String> names(CheckedPaper paper) {
        return Stream.concat(
                paper.known().bodies().stream().flatMap(body -> Stream.of(body.name(), body.shortName())),
                paper.known().persons().stream().map(CheckedPaper.KnownPerson::name));
    }
}
