package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The reference as one run of characters, each of which knows its element. */
record Said(List<Piece> pieces, int[] characters, int[] piece, int[] origin, NavigableSet<Integer> starts) {

    /** One paragraph or piece. {@code home}: where it begins in the reference, {@code at}: among the characters as the proof arranges them. */
    record Piece(Reference.Part part, String text, Normal normal, int home, int at) {
        Piece at(int place) {
            return new Piece(part, text, normal, home, place);
        }

        int end() {
            return at + normal.characters().length;
        }
    }

    static Said by(List<Reference.Part> parts) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Reference.Part part : parts) {
            for (String text : part.pieces()) {
                pieces.add(new Piece(part, text, Normal.of(text), at, at));
                at = pieces.getLast().end();
            }
        }
        return of(pieces);
    }

    static Said of(List<Piece> unplaced) {
        List<Piece> pieces = new ArrayList<>();
        int length = unplaced.stream().mapToInt(p -> p.normal().characters().length).sum();
        int[] characters = new int[length];
        int[] piece = new int[length];
        int[] origin = new int[length];
        NavigableSet<Integer> starts = new TreeSet<>();
        int at = 0;
        for (Piece next : unplaced) {
            int size = next.normal().characters().length;
            System.arraycopy(next.normal().characters(), 0, characters, at, size);
            System.arraycopy(next.normal().origin(), 0, origin, at, size);
            java.util.Arrays.fill(piece, at, at + size, pieces.size());
            pieces.add(next.at(at));
            starts.add(at);
            at += size;
        }
        return new Said(List.copyOf(pieces), characters, piece, origin, starts);
    }

    Piece pieceAt(int at) {
        return pieces.get(piece[at]);
    }

    /** The same place in the reference as it was given. */
    int home(int at) {
        if (characters.length == 0) {
            return 0;
        }
        Piece piece = pieceAt(Math.min(at, characters.length - 1));
        return piece.home() + at - piece.at();
    }

    /** The words {@code from..to} with their blanks, paragraphs divided by line breaks. */
    String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int at = from; at < to; ) {
            Piece here = pieceAt(at);
            int end = Math.min(to, here.end());
            words.append(words.isEmpty() ? "" : "\n").append(here.text(), origin[at], end == here.end() ? here.text().length() : origin[end]);
            at = end;
        }
        return words.toString();
    }
}
