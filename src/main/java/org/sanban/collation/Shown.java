package org.sanban.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The proof as one run of characters, each of which knows its line. */
record Shown(List<ProofText.Line> lines, int[] characters, int[] line, int[] origin) {

    static Shown by(ProofText proof) {
        List<Normal> normal = new ArrayList<>();
        proof.lines().forEach(line -> normal.add(Normal.of(line.text())));
        int length = normal.stream().mapToInt(n -> n.characters().length).sum();
        int[] characters = new int[length];
        int[] line = new int[length];
        int[] origin = new int[length];
        int at = 0;
        for (int n = 0; n < normal.size(); n++) {
            int size = normal.get(n).characters().length;
            System.arraycopy(normal.get(n).characters(), 0, characters, at, size);
            System.arraycopy(normal.get(n).origin(), 0, origin, at, size);
            Arrays.fill(line, at, at + size, n);
            at += size;
        }
        return new Shown(proof.lines(), characters, line, origin);
    }

    /** The line of a character, or of the one before it at the end. */
    ProofText.Line lineAt(int at) {
        return characters.length == 0 ? new ProofText.Line(0, 0, "") : lines.get(line[Math.min(at, characters.length - 1)]);
    }

    /** The words {@code from..to}; lines that a page broke are joined as the page shows them. */
    String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int at = from; at < to; ) {
            int end = at;
            while (end < to && line[end] == line[at]) {
                end++;
            }
            String text = lines.get(line[at]).text();
            boolean whole = end == characters.length || line[end] != line[at];
            String part = text.substring(origin[at], whole ? text.length() : origin[end]);
            words.append(whole ? part.stripTrailing() : part);
            at = end;
        }
        return words.toString();
    }
}
