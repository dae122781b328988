package org.sanban.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A table that goes on over a page shows its head there again (续表): it is read once. */
final class TableHeads {

    private TableHeads() {}

    /** @param heads first rows of the tables that the proof has to show */
    static ProofText once(Set<String> heads, ProofText proof) {
        if (heads.isEmpty() || proof.pages() < 2) {
            return proof;
        }
        List<ProofText.Line> kept = new ArrayList<>();
        for (int n = 0; n < proof.lines().size(); ) {
            boolean begins = n > 0 && proof.lines().get(n).page() != proof.lines().get(n - 1).page();
            int again = begins ? again(heads, proof.lines(), n) : 0;
            if (again == 0) {
                kept.add(proof.lines().get(n++));
            }
            n += again;
        }
        return new ProofText(kept, proof.pages());
    }

    /** How many lines at the top of a page are the head of a table that stood on a page before. */
    private static int again(Set<String> heads, List<ProofText.Line> lines, int from) {
        return heads.stream().mapToInt(head -> {
            int here = lines(Normal.of(head).characters(), lines, from);
            return here > 0 && seen(Normal.of(head).characters(), lines, from) ? here : 0;
        }).max().orElse(0);
    }

    private static boolean seen(int[] head, List<ProofText.Line> lines, int before) {
        for (int n = 0; n < before; n++) {
            if (lines(head, lines.subList(0, before), n) > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many whole lines say just the head; 0 where they do not. */
    private static int lines(int[] head, List<ProofText.Line> lines, int from) {
        int at = 0;
        for (int n = from; n < lines.size() && at < head.length; n++) {
            int[] line = Normal.of(lines.get(n).text()).characters();
            if (at + line.length > head.length || !Arrays.equals(line, 0, line.length, head, at, at + line.length)) {
                return 0;
            }
            at += line.length;
            if (at == head.length) {
                return n - from + 1;
            }
        }
        return 0;
    }
}
