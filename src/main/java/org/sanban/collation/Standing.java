package org.sanban.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the pieces that stand beside one another on a page (number and signers, several signatures) into the order in which the proof
 * shows them, and leaves out optional elements that the proof does not have.
 */
final class Standing {

    private static final int RUN = 3;
    private static final double THERE = 0.5;

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
        return new Standing(said, shown).arranged();
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

    /** Without the optional pieces that the proof does not have. */
    private List<Said.Piece> present(List<Said.Piece> group) {
        int[] room = room(group);
        return group.stream().filter(piece -> !piece.part().optional() || there(piece, room[0], room[1])).toList();
    }

    /** From where to where in the proof: between the running text before and after it. */
    private int[] room(List<Said.Piece> group) {
        int from = 0;
        int to = shown.characters().length;
        for (Anchors.Block block : flow) {
            if (flows(block.at()) && block.end() <= group.getFirst().at()) {
                from = Math.max(from, block.thereEnd());
            }
            if (flows(block.end() - 1) && block.at() >= group.getLast().end()) {
                to = Math.min(to, block.there());
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

    private boolean flows(int at) {
        return said.pieceAt(at).part().element().flows();
    }

    private int exact(int[] words, int from, int to, boolean[] taken) {
        for (int at = from; at + words.length <= to; at++) {
            int n = 0;
            while (n < words.length && !taken[at + n] && shown.characters()[at + n] == words[n]) {
                n++;
            }
            if (n == words.length) {
                java.util.Arrays.fill(taken, at, at + n, true);
                return at;
            }
        }
        return -1;
    }

    /** Is most of an optional piece there? */
    private boolean there(Said.Piece piece, int from, int to) {
        int[] words = piece.normal().characters();
        return from < to && (exact(words, from, to, new boolean[shown.characters().length]) >= 0
                || Anchors.common(Anchors.between(words, Stretches.part(shown.characters(), from, to), RUN)) >= THERE * words.length);
    }
}
