package org.sanban.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says of each stretch that differs what became of it, in which element, on which page, and in which context. */
final class Telling {

    private static final int AROUND = 16;
    private static final int SLIP = 2;

    private final Said said;
    private final Shown shown;
    private final List<Discrepancy> told = new ArrayList<>();

    private Telling(Said said, Shown shown) {
        this.said = said;
        this.shown = shown;
    }

    /** @param partial what stands between the elements is not told, unless it is a character or two that may be a slip */
    static List<Discrepancy> told(List<Stretch> stretches, Said said, Shown shown, boolean partial) {
        Telling telling = new Telling(said, shown);
        stretches.stream().filter(s -> !partial || !telling.between(s)).forEach(telling::tell);
        telling.told.sort(Comparator.comparingInt(Discrepancy::from));
        return telling.told;
    }

    private boolean between(Stretch s) {
        boolean edge = s.from() == 0 || s.from() == said.characters().length || said.pieceAt(s.from() - 1).part() != said.pieceAt(s.from()).part();
        return s.gone() == 0 && edge && (s.come() > SLIP || part(s) == null);
    }

    /** What is missing or written otherwise over several elements is so in each of them. */
    private void tell(Stretch stretch) {
        boolean aligned = stretch.come() == 0 || stretch.come() == stretch.gone();
        if (stretch.gone() == 0 || stretch.moved() || !aligned) {
            add(stretch);
            return;
        }
        for (int from = stretch.from(); from < stretch.to(); ) {
            Reference.Part part = said.pieceAt(from).part();
            int to = from;
            boolean missing = stretch.come() == 0;
            do {
                to = Math.min(stretch.to(), said.pieceAt(to).end());
            } while (missing && to < stretch.to() && said.pieceAt(to).part() == part);
            int at = missing ? stretch.at() : stretch.at() + from - stretch.from();
            add(new Stretch(from, to, at, missing ? at : at + to - from));
            from = to;
        }
    }

    private void add(Stretch s) {
        Reference.Part part = part(s);
        ProofText.Line line = shown.lineAt(s.at());
        told.add(new Discrepancy(
                kind(s), part == null ? Element.OTHER : part.element(), part == null ? 0 : part.no(), line.page(), line.no(), said.home(s.from()), said.home(s.from()) + s.gone(),
                new Discrepancy.Context(
                        said.words(Math.max(0, s.from() - AROUND), s.from()), said.words(s.from(), s.to()),
                        said.words(s.to(), Math.min(said.characters().length, s.to() + AROUND))),
                new Discrepancy.Context(
                        shown.words(Math.max(0, s.at() - AROUND), s.at()), shown.words(s.at(), s.end()),
                        shown.words(s.end(), Math.min(shown.characters().length, s.end() + AROUND)))));
    }

    private Kind kind(Stretch s) {
        if (s.moved()) {
            return Kind.MOVED;
        }
        if (s.gone() == 0 || s.come() == 0) {
            return s.gone() == 0 ? Kind.EXTRA : Kind.MISSING;
        }
        boolean swapped = Swaps.sameCharacters(
                Stretches.part(said.characters(), s.from(), s.to()), Stretches.part(shown.characters(), s.at(), s.end()));
        return swapped ? Kind.MOVED : Kind.CHANGED;
    }

    /** Words put in where two elements meet belong to the one whose line they stand on; to none where they have a line of their own. */
    private Reference.@org.jspecify.annotations.Nullable Part part(Stretch s) {
        if (s.from() < s.to()) {
            return said.pieceAt(s.from()).part();
        }
        Reference.Part before = s.from() == 0 ? null : said.pieceAt(s.from() - 1).part();
        Reference.Part after = s.from() == said.characters().length ? null : said.pieceAt(s.from()).part();
        if (before == after) {
            return before;
        }
        if (before != null && s.at() > 0 && shown.line()[s.at() - 1] == shown.line()[s.at()]) {
            return before;
        }
        boolean joins = s.end() < shown.characters().length && shown.line()[s.end() - 1] == shown.line()[s.end()];
        return joins ? after : null;
    }
}
