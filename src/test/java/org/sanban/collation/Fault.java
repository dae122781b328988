package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.sanban.collation.GeneratedPaper.Block;

/**
 * A fault made on purpose between the signed text and its proof.
 *
 * @param from where it lies in the reference, in characters without white space, to {@code to}
 */
record Fault(What what, Kind kind, Element element, int no, int from, int to) {

    enum What { DROPPED, DOUBLED, SWAPPED, REPLACED, PUNCTUATION, PARAGRAPH_MOVED, ATTACHMENT_OMITTED }

    /** A proof with faults. */
    record Faulty(List<Block> proof, List<Fault> faults) {}

    private static final String OTHERS = "甲乙丙丁戊己庚辛壬癸";
    private static final String MARKS = "，。、；：";

    /** Puts 1 to 5 faults into a paper, each in a paragraph of its own. */
    static Faulty into(GeneratedPaper paper, Random random) {
        return new Making(paper, random).made(1 + random.nextInt(5));
    }

    private static final class Making {
        private final List<Block> blocks;
        private final List<Block> proof;
        private final int[] starts;
        private final Random random;
        private final Set<Integer> touched = new TreeSet<>();
        private final List<Fault> faults = new ArrayList<>();

        Making(GeneratedPaper paper, Random random) {
            this.blocks = paper.blocks();
            this.proof = new ArrayList<>(blocks);
            this.random = random;
            this.starts = new int[blocks.size() + 1];
            for (int n = 0; n < blocks.size(); n++) {
                starts[n + 1] = starts[n] + length(blocks.get(n).text());
            }
        }

        Faulty made(int wanted) {
            for (int tries = 0; faults.size() < wanted && tries < 200; tries++) {
                What what = What.values()[random.nextInt(What.values().length)];
                int n = random.nextInt(blocks.size());
                switch (what) {
                    case PARAGRAPH_MOVED -> move(n);
                    case ATTACHMENT_OMITTED -> omit(n);
                    default -> letter(what, n);
                }
            }
            return new Faulty(proof.stream().filter(block -> !block.text().isEmpty()).toList(), faults);
        }

        private void letter(What what, int n) {
            String text = blocks.get(n).text();
            if (touched.contains(n) || text.startsWith("|")) {
                return;
            }
            int at = what == What.PUNCTUATION ? mark(text) : random.nextInt(text.length());
            if (at < 0 || at + 2 > text.length() && what == What.SWAPPED || what == What.SWAPPED && text.charAt(at) == text.charAt(at + 1)) {
                return;
            }
            String c = text.substring(at, at + 1);
            String now = switch (what) {
                case DROPPED -> "";
                case DOUBLED -> c + c;
                case SWAPPED -> text.charAt(at + 1) + c;
                case REPLACED -> OTHERS.substring(0, 1 + random.nextInt(OTHERS.length() - 1)).substring(0, 1).equals(c) ? "子" : other(c);
                default -> MARKS.charAt((MARKS.indexOf(c) + 1 + random.nextInt(MARKS.length() - 1)) % MARKS.length()) + "";
            };
            int end = at + (what == What.SWAPPED ? 2 : 1);
            replace(n, text.substring(0, at) + now + text.substring(end));
            Kind kind = what == What.DROPPED ? Kind.MISSING : what == What.DOUBLED ? Kind.EXTRA : what == What.SWAPPED ? Kind.MOVED : Kind.CHANGED;
            tell(what, kind, n, starts[n] + at, starts[n] + end);
        }

        private String other(String c) {
            String other = OTHERS.charAt(random.nextInt(OTHERS.length())) + "";
            return other.equals(c) ? "子" : other;
        }

        private int mark(String text) {
            int from = random.nextInt(text.length());
            for (int at = from; at < text.length(); at++) {
                if (MARKS.indexOf(text.charAt(at)) >= 0) {
                    return at;
                }
            }
            return -1;
        }

        /** A paragraph stands one or more places further down. */
        private void move(int n) {
            int last = n;
            while (last + 1 < blocks.size() && last < n + 4 && blocks.get(last + 1).element() == Element.BODY) {
                last++;
            }
            if (blocks.get(n).element() != Element.BODY || last == n || proof.size() != blocks.size()) {
                return;
            }
            int to = n + 1 + random.nextInt(last - n);
            for (int k = n; k <= to; k++) {
                if (touched.contains(k)) {
                    return;
                }
            }
            proof.add(to, proof.remove(n));
            for (int k = n; k <= to; k++) {
                touched.add(k);
            }
            faults.add(new Fault(What.PARAGRAPH_MOVED, Kind.MOVED, Element.BODY, 0, starts[n], starts[to + 1]));
        }

        private void omit(int n) {
            int no = blocks.get(n).no();
            List<Integer> all = new ArrayList<>();
            for (int k = 0; k < blocks.size(); k++) {
                if (no > 0 && blocks.get(k).no() == no) {
                    all.add(k);
                }
            }
            if (all.isEmpty() || all.stream().anyMatch(touched::contains)) {
                return;
            }
            all.forEach(k -> replace(k, ""));
            tell(What.ATTACHMENT_OMITTED, Kind.MISSING, all.getFirst(), starts[all.getFirst()], starts[all.getLast() + 1]);
        }

        private void replace(int n, String text) {
            proof.set(proof.indexOf(blocks.get(n)), new Block(blocks.get(n).element(), blocks.get(n).no(), text));
            touched.add(n);
        }

        private void tell(What what, Kind kind, int n, int from, int to) {
            faults.add(new Fault(what, kind, blocks.get(n).element(), blocks.get(n).no(), from, to));
        }

        private static int length(String text) {
            String cells = org.sanban.proofing.Table.isRow(text) ? String.join("", org.sanban.proofing.Table.cells(text)) : text;
            return Normal.of(cells).characters().length;
        }
    }
}
