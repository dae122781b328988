package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import org.sanban.proofing.Irregularity.Kind;

/** Whether the marks of a text follow one another. A mark of a higher level lets the lower ones begin anew. */
record Numbering(ProofWords words) {

    List<Irregularity> check(String text, List<Paragraph> paragraphs) {
        List<Irregularity> found = new ArrayList<>();
        int[] last = new int[Level.values().length];
        int depth = 0;
        for (int n = 0; n < paragraphs.size(); n++) {
            Paragraph paragraph = paragraphs.get(n);
            int level = paragraph.level().ordinal();
            if (level == 0) {
                continue;
            }
            if (odd(paragraph.mark())) {
                found.add(new Irregularity(Kind.ODD_MARK, n, paragraph.from(), level, level));
            }
            if (level > depth + 1 && last[level] == 0) {
                found.add(new Irregularity(Kind.SKIPS_LEVEL, n, paragraph.from(), depth + 1, level));
            }
            for (int below = level + 1; below < last.length; below++) {
                last[below] = 0;
            }
            order(found, n, paragraph, last[level] + 1);
            last[level] = paragraph.number();
            depth = level;
        }
        return List.copyOf(found);
    }

    private static void order(List<Irregularity> found, int n, Paragraph paragraph, int expected) {
        if (paragraph.number() != expected) {
            Kind kind = paragraph.number() < expected ? Kind.REPEATS : Kind.JUMPS;
            found.add(new Irregularity(kind, n, paragraph.from(), expected, paragraph.number()));
        }
    }

    private boolean odd(String mark) {
        return words.marks.stream().filter(known -> known.pattern().matcher(mark).matches()).findFirst().map(ProofWords.Mark::odd).orElse(false);
    }
}
