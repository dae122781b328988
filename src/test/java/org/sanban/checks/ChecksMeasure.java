package org.sanban.checks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.stream.Collectors;

/**
 * Measures what docs/performance.md says of the checks: {@code main [pairs.tsv]}. Speed and memory and faults put into the sample papers
 * (seeded); where a file of pairs is named (wrong, tab, right; same length), recall and false alarms on it instead.
 */
final class ChecksMeasure {

    private enum Fault { DROPPED, DOUBLED, SWAPPED, REPLACED, MARK_DOUBLED, MARK_DROPPED, MARK_HALF_WIDTH }

    private static final int EACH = 300;
    private static final String MARKS = "，。、；：";

    private final RuleBook book = RuleBook.of(RuleBook.shipped());
    private final RuleBook certain = book.without(RuleKind.SUSPICION);
    private final List<String> bodies = SamplePapers.inOrder().stream().map(s -> s.paper().element("body")).toList();

    private ChecksMeasure() {}

    public static void main(String[] args) throws IOException {
        long before = heap();
        ChecksMeasure measure = new ChecksMeasure();
        if (args.length > 0) {
            measure.pairs(Files.readAllLines(Path.of(args[0])));
            return;
        }
        measure.book.check(CheckedPaper.ofBody(measure.bodies.getFirst()));
        System.out.printf("heap of rules and dictionaries: %.1f MB%n", (heap() - before) / 1e6);
        measure.speed("without suspicion", measure.certain);
        measure.speed("with suspicion", measure.book);
        for (Fault fault : Fault.values()) {
            measure.injected(fault);
        }
    }

    private static long heap() {
        for (int n = 0; n < 4; n++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void speed(String which, RuleBook rules) {
        String text = (String.join("\n", bodies) + "\n" + String.join("\n", bodies)).substring(0, 3000);
        CheckedPaper paper = CheckedPaper.ofBody(text).knowing(SamplePapers.known());
        double[] wall = new double[500];
        double[] cpu = new double[wall.length];
        for (int n = -300; n < wall.length; n++) {
            long began = System.nanoTime();
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            rules.check(paper);
            if (n >= 0) {
                wall[n] = (System.nanoTime() - began) / 1e6;
                cpu[n] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - spent) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(Locale.ROOT, "%s, 3,000 characters: CPU median %.1f ms, 95 %% %.1f ms; wall fastest %.1f, median %.1f ms%n",
                which, cpu[250], cpu[475], wall[0], wall[250]);
    }

    private void injected(Fault fault) {
        Random random = new Random(5);
        int byRules = 0;
        int byAny = 0;
        for (int n = 0; n < EACH; n++) {
            String body = body(random);
            int at = place(body, fault, random);
            String wrong = wrong(body, at, fault, random);
            byRules += found(certain, body, wrong, at) ? 1 : 0;
            byAny += found(book, body, wrong, at) ? 1 : 0;
        }
        System.out.printf("%s: of %d found by rules %d, with suspicion %d%n", fault, EACH, byRules, byAny);
    }

    private String body(Random random) {
        List<String> marked = bodies.stream().filter(body -> body.contains("“")).toList();
        return marked.get(random.nextInt(marked.size()));
    }

    private static int place(String body, Fault fault, Random random) {
        while (true) {
            int at = random.nextInt(body.length() - 1);
            char here = body.charAt(at);
            char next = body.charAt(at + 1);
            boolean fits = switch (fault) {
                case DROPPED, DOUBLED, REPLACED -> Character.isIdeographic(here);
                case SWAPPED -> Character.isIdeographic(here) && Character.isIdeographic(next) && here != next;
                case MARK_DOUBLED, MARK_HALF_WIDTH -> MARKS.indexOf(here) >= 0 && here != '。' && here != '、';
                case MARK_DROPPED -> "“”《》（）".indexOf(here) >= 0;
            };
            if (fits) {
                return at;
            }
        }
    }

    private String wrong(String body, int at, Fault fault, Random random) {
        String here = body.substring(at, at + 1);
        String head = body.substring(0, at);
        String tail = body.substring(at + 1);
        return switch (fault) {
            case DROPPED, MARK_DROPPED -> head + tail;
            case DOUBLED, MARK_DOUBLED -> head + here + here + tail;
            case SWAPPED -> head + tail.charAt(0) + here + tail.substring(1);
            case REPLACED -> head + another(random, here) + tail;
            case MARK_HALF_WIDTH -> head + ",.,;:".charAt(MARKS.indexOf(here)) + tail;
        };
    }

    private String another(Random random, String here) {
        while (true) {
            String body = bodies.get(random.nextInt(bodies.size()));
            String other = String.valueOf(body.charAt(random.nextInt(body.length())));
            if (Character.isIdeographic(other.charAt(0)) && !other.equals(here)) {
                return other;
            }
        }
    }

    /** Is something found near the place that was not found in the sound text? */
    private static boolean found(RuleBook rules, String body, String wrong, int at) {
        Set<String> known = rules.check(CheckedPaper.ofBody(body).knowing(SamplePapers.known())).stream()
                .map(f -> f.rule() + f.quote() + f.from()).collect(Collectors.toSet());
        return rules.check(CheckedPaper.ofBody(wrong).knowing(SamplePapers.known())).stream()
                .anyMatch(f -> f.from() <= at + 2 && at - 2 <= f.to() && !known.contains(f.rule() + f.quote() + f.from()));
    }

    private void pairs(List<String> lines) {
        IntBinaryOperator percent = (part, whole) -> Math.round(100f * part / whole);
        int errors = 0;
        int byRules = 0;
        int byAny = 0;
        int characters = 0;
        int alarmsOfRules = 0;
        List<Finding> alarms = new ArrayList<>();
        int alarmed = 0;
        for (String line : lines) {
            String[] pair = line.split("\t");
            List<Finding> found = book.check(CheckedPaper.ofBody(pair[0]));
            for (int at = 0; at < pair[0].length(); at++) {
                int place = at;
                if (pair[0].charAt(at) != pair[1].charAt(at)) {
                    errors++;
                    byAny += found.stream().anyMatch(f -> f.from() <= place && place < f.to()) ? 1 : 0;
                    byRules += found.stream().anyMatch(f -> f.kind() != RuleKind.SUSPICION && f.from() <= place && place < f.to()) ? 1 : 0;
                }
            }
            List<Finding> wrongly = book.check(CheckedPaper.ofBody(pair[1]));
            alarmed += wrongly.isEmpty() ? 0 : 1;
            alarmsOfRules += (int) wrongly.stream().filter(f -> f.kind() != RuleKind.SUSPICION).count();
            alarms.addAll(wrongly);
            characters += pair[1].length();
        }
        System.out.printf("%d sentences, %d characters, %d wrong characters: found %d (%d %%), by rules alone %d; on the right sentences %d alarms in %d (%d %%), by rules %d%n",
                lines.size(), characters, errors, byAny, percent.applyAsInt(byAny, errors), byRules,
                alarms.size(), alarmed, percent.applyAsInt(alarmed, lines.size()), alarmsOfRules);
    }
}
