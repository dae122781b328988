package org.sanban.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the pieces that stand beside one another on a page (number and signers, several signatures) into the order in which the proof
 * shows them, and leaves out optional elements that the proof does not have.
 */
final class Standing {

    private static final int RUN = 3;
    private static final double THERE = 0.5;
    private static final int GONE = -1;

    private final Said said;
    private final Shown shown;
    private final List<Anchors.Block> flow;
    /** Pieces that may stand in any order among themselves; a piece of running text is alone. */
    private final List<List<Said.Piece>> groups = new ArrayList<>();

    private Standing(Said said, Shown shown) {
        this.said = said;
        this.shown = shown;
        this.flow = Anchors.between(said.characters(), shown.characters(), Stretches.RUN);
        boolean open = false;
        for (Said.Piece piece : said.pieces()) {
            boolean flows = piece.part().element().flows();
            if (flows || !open) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(piece);
            open = !flows;
        }
    }

    static Said arranged(Said said, Shown shown) {
        boolean flows = said.pieces().stream().allMatch(piece -> piece.part().element().flows() && !piece.part().optional());
        return flows ? said : new Standing(said, shown).arranged();
    }

    /** The order of the print where it serves; another one only where less differs then. */
    private Said arranged() {
        groups.replaceAll(this::present);
        Said best = said();
        for (int n = 0; n < groups.size(); n++) {
            List<Said.Piece> group = groups.get(n);
            List<Said.Piece> other = group.size() < 2 ? group : asShown(group);
            if (!other.equals(group)) {
                groups.set(n, other);
                Said tried = said();
                boolean better = differs(tried) < differs(best);
                best = better ? tried : best;
                groups.set(n, better ? other : group);
            }
        }
        return best;
    }

    private Said said() {
        return Said.of(groups.stream().flatMap(List::stream).toList());
    }

    private int differs(Said tried) {
        return Stretches.between(tried.characters(), shown.characters()).stream().mapToInt(s -> s.gone() + s.come()).sum();
    }

    /** Without the optional pieces that the proof does not have: what belongs to a piece that has to be there is not taken for one of them. */
    private List<Said.Piece> present(List<Said.Piece> group) {
        if (group.stream().noneMatch(piece -> piece.part().optional())) {
            return group;
        }
        int[] room = room(group);
        int[] open = room[0] < room[1] ? Stretches.part(shown.characters(), room[0], room[1]) : new int[0];
        group.stream().filter(piece -> !piece.part().optional()).forEach(piece -> takes(piece.normal().characters(), open));
        return group.stream().filter(piece -> !piece.part().optional() || takes(piece.normal().characters(), open)).toList();
    }

    /** Is the piece, or most of it, still there? Then it is taken out. */
    private static boolean takes(int[] words, int[] open) {
        for (int at = 0; at + words.length <= open.length; at++) {
            if (Arrays.equals(words, 0, words.length, open, at, at + words.length)) {
                Arrays.fill(open, at, at + words.length, GONE);
                return true;
            }
        }
        List<Anchors.Block> common = Anchors.between(words, open, RUN);
        boolean most = !common.isEmpty() && Anchors.common(common) >= THERE * words.length;
        if (most) {
            common.forEach(block -> Arrays.fill(open, block.there(), block.thereEnd(), GONE));
        }
        return most;
    }

    /** From where to where in the proof: between the running text before and after it. */
    private int[] room(List<Said.Piece> group) {
        int first = group.getFirst().at();
        int last = group.getLast().end();
        int from = 0;
        int to = shown.characters().length;
        for (Anchors.Block block : flow) {
            if (block.at() < first) {
                from = Math.max(from, block.there() + Math.min(block.end(), first) - block.at());
            }
            if (block.end() > last) {
                to = Math.min(to, block.there() + Math.max(block.at(), last) - block.at());
            }
        }
        return new int[] {from, to};
    }

    /** Each piece where the proof has it, else behind the one before it. */
    private List<Said.Piece> asShown(List<Said.Piece> group) {
        int[] room = room(group);
        List<Placed> placed = new ArrayList<>();
        boolean[] taken = new boolean[shown.characters().length];
        int before = room[0] - 1;
        for (Said.Piece piece : group) {
            int[] words = piece.normal().characters();
            int at = exact(words, Math.max(room[0], before), room[1], taken);
            at = at >= 0 ? at : exact(words, room[0], room[1], taken);
            before = at >= 0 ? at : before;
            placed.add(new Placed(piece, before, placed.size()));
        }
        placed.sort(Comparator.comparingInt(Placed::at).thenComparingInt(Placed::no));
        return placed.stream().map(Placed::piece).toList();
    }

    private record Placed(Said.Piece piece, int at, int no) {}

    private int exact(int[] words, int from, int to, boolean[] taken) {
        for (int at = from; at + words.length <= to; at++) {
            int n = 0;
            while (n < words.length && !taken[at + n] && shown.characters()[at + n] == words[n]) {
                n++;
            }
            if (n == words.length) {
                Arrays.fill(taken, at, at + n, true);
                return at;
            }
        }
        return -1;
    }
}
