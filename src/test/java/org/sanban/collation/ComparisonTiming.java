package org.sanban.collation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Measures comparisons for docs/performance.md; a program, not a test: {@code java … org.sanban.collation.ComparisonTiming}. */
final class ComparisonTiming {

    private ComparisonTiming() {}

    public static void main(String[] args) {
        for (int characters : List.of(3_000, 100_000)) {
            String text = text(characters);
            Reference reference = Reference.text(text);
            for (String[] proof : new String[][] {{"same", text}, {"20 faults", faulty(text)}, {"a paragraph moved", moved(text)}}) {
                ProofText shown = ProofText.typed(broken(proof[1]));
                long[] took = new long[41];
                long[] worked = new long[41];
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                int found = 0;
                for (int n = 0; n < 100 + took.length; n++) {
                    long start = System.nanoTime();
                    long busy = threads.getCurrentThreadCpuTime();
                    found = Collation.of(reference, shown).discrepancies().size();
                    took[Math.max(0, n - 100)] = System.nanoTime() - start;
                    worked[Math.max(0, n - 100)] = threads.getCurrentThreadCpuTime() - busy;
                }
                Arrays.sort(took);
                Arrays.sort(worked);
                System.out.printf("%,d characters, %s: median %.2f ms, p95 %.2f ms; of processor median %.2f ms, p95 %.2f ms; %d found%n",
                        Normal.of(text).characters().length, proof[0], took[20] / 1e6, took[38] / 1e6, worked[20] / 1e6, worked[38] / 1e6, found);
            }
        }
    }

    private static String text(int characters) {
        StringBuilder text = new StringBuilder();
        for (int seed = 0; text.length() < characters; seed++) {
            for (GeneratedPaper.Block block : GeneratedPaper.by(new Random(seed)).blocks()) {
                if (block.element() == Element.BODY && text.length() < characters) {
                    text.append(block.text()).append('\n');
                }
            }
        }
        return text.substring(0, characters);
    }

    private static String faulty(String text) {
        StringBuilder faulty = new StringBuilder(text);
        for (int n = 19; n >= 0; n--) {
            faulty.deleteCharAt(n * (text.length() / 20) + 7);
        }
        return faulty.toString();
    }

    private static String moved(String text) {
        int from = text.indexOf('\n', text.length() / 3) + 1;
        int to = text.indexOf('\n', from) + 1;
        int at = text.indexOf('\n', 2 * text.length() / 3) + 1;
        return text.substring(0, from) + text.substring(to, at) + text.substring(from, to) + text.substring(at);
    }

    /** As lines of 28 characters, as pages break it. */
    private static String broken(String text) {
        return text.replace("\n", "").replaceAll("(.{28})", "$1\n");
    }
}
