package org.sanban.checks;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two neighbouring words of one character each that the language never has next to each other (疑似错字): half of the wrong characters in a
 * text look so, and some sound names do. The dictionaries are read when the first text is looked at, about a second.
 */
record SuspicionLook(RuleBody.Suspicion body, Familiar familiar) implements Look {

    private static final Once<Segment> SEGMENT =
            Once.of(() -> new ViterbiSegment().enableOffset(true).enableNameRecognize(true).enablePlaceRecognize(true).enableOrganizationRecognize(false));

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        List<Term> terms = SEGMENT.get().seg(words);
        for (int n = 0; n + 1 < terms.size(); n++) {
            Term first = terms.get(n);
            Term then = terms.get(n + 1);
            if (suspicious(first, then) && !sound(words, first.offset)) {
                flaws.add(Flaw.at(first.offset, first.offset + 2));
            }
        }
        return flaws;
    }

    private boolean suspicious(Term first, Term then) {
        return Stream.of(first, then).allMatch(SuspicionLook::loneCharacter)
                && first.offset + 1 == then.offset
                && CoreBiGramTableDictionary.getBiFrequency(first.word, then.word) == 0;
    }

    private static boolean loneCharacter(Term term) {
        return term.word.length() == 1 && Character.isIdeographic(term.word.charAt(0))
                && !(term.nature == Nature.m || term.nature == Nature.q || term.nature == Nature.nr || term.nature == Nature.ns);
    }

    private boolean sound(String words, int at) {
        return familiar.knows(words.substring(at, at + 2)) || body.sound().stream().anyMatch(word -> covers(word, words, at));
    }

    private static boolean covers(String word, String words, int at) {
        for (int shift = 0; shift + 2 <= word.length(); shift++) {
            if (at >= shift && words.startsWith(word, at - shift)) {
                return true;
            }
        }
        return false;
    }
}
