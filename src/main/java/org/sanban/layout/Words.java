package org.sanban.layout;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.common.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a title may be broken: between words, never before a particle, nor after a single character, which mostly belongs to a name. */
record Words(String text, Set<Integer> ends) {

    /** @param particles words that must not begin a line */
    static Words of(String text, List<String> particles) {
        Set<Integer> ends = new HashSet<>();
        int at = 0;
        String before = "";
        for (Term term : HanLP.segment(text)) {
            boolean word = before.length() > 1 || particles.contains(before);
            if (word && !particles.contains(term.word)) {
                ends.add(at);
            }
            at += term.word.length();
            before = term.word;
        }
        return new Words(text, ends);
    }

    boolean mayBreak(int at) {
        return ends.contains(at);
    }
}
