package org.sanban.layout;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a title may be broken: between words, never before a particle, nor after a single character, which mostly belongs to a name; never
 * between a number and what it counts (第二/季度, 2026/年), nor before a single character that ends a name (云岭/省, 发展改革/委).
 */
record Words(String text, Set<Integer> ends) {

    /**
     * @param particles words that must not begin a line
     * @param about the word 关于, before which a title may always be broken
     */
    static Words of(String text, List<String> particles, String about) {
        Set<Integer> ends = new HashSet<>();
        int at = 0;
        Term before = null;
        for (Term term : HanLP.segment(text)) {
            boolean whole = before != null && ends(before, particles) && !particles.contains(term.word) && !belongs(term);
            if (whole || before != null && term.word.equals(about)) {
                ends.add(at);
            }
            at += term.word.length();
            before = term;
        }
        return new Words(text, ends);
    }

    /** Does a word end here? Not a number, which counts what comes next. */
    private static boolean ends(Term term, List<String> particles) {
        return particles.contains(term.word) || term.word.length() > 1 && !term.nature.startsWith('m');
    }

    /** A measure, or a single character that is the end of a name, belongs to the word before it. */
    private static boolean belongs(Term term) {
        return term.nature.startsWith('q') || term.word.length() == 1 && (term.nature.startsWith('n') || term.nature.startsWith('k'));
    }

    boolean mayBreak(int at) {
        return ends.contains(at);
    }
}
