package org.sanban.collation;

import java.util.List;

/**
 * What a comparison showed (校对结果).
 *
 * @param discrepancies in the order of the reference
 * @param characters of the reference, without white space
 * @param common how many of them the proof has in the same order
 */
public record Collation(List<Discrepancy> discrepancies, int characters, int common) {

    /** Below this share the proof is that of another paper. */
    private static final double ALIKE = 0.4;

    public Collation {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Compares by element: what stands in the reference has to stand in the proof, and nothing else. */
    public static Collation of(Reference reference, ProofText proof) {
        Shown shown = Shown.by(TableHeads.once(reference.heads(), proof));
        Collation collation = of(reference.parts(), reference.partial(), shown);
        if (collation.none() || reference.otherwise().isEmpty()) {
            return collation;
        }
        Collation other = of(reference.otherwise(), reference.partial(), shown);
        return other.weight() < collation.weight() ? other : collation;
    }

    private static Collation of(List<Reference.Part> parts, boolean partial, Shown shown) {
        Said said = Standing.arranged(Said.by(parts), shown);
        List<Stretch> bare = Paragraphs.whole(
                Boundaries.kept(Stretches.between(said.characters(), shown.characters()), said, shown), said.characters(), said.starts());
        List<Stretch> stretches = Swaps.merged(Moves.told(said.characters(), shown.characters(), bare, said.starts()), said, shown);
        int gone = bare.stream().mapToInt(Stretch::gone).sum();
        return new Collation(Telling.told(stretches, said, shown, partial), said.characters().length, said.characters().length - gone);
    }

    /** How many characters differ, on both sides. */
    private int weight() {
        return discrepancies.stream().mapToInt(d -> d.reference().words().length() + d.proof().words().length()).sum();
    }

    public boolean none() {
        return discrepancies.isEmpty();
    }

    /** Is it a proof of this text at all? */
    public boolean sameText() {
        return common >= ALIKE * characters;
    }
}
