package org.sanban.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody typed, taken apart: each word must be there, its characters side by side. */
record Asked(List<String> words, List<Lexemes> lexemes) {

    private static final int MOST_WORDS = 8;

    static Asked of(String typed) {
        List<String> words = Arrays.stream(typed.strip().split("[\\s\\u3000]+"))
                .filter(word -> !Lexemes.asked(word).isEmpty()).limit(MOST_WORDS).toList();
        return new Asked(words, words.stream().map(Lexemes::asked).toList());
    }

    boolean nothing() {
        return words.isEmpty();
    }

    String inTitle() {
        return lexemes.stream().map(l -> "(" + l.phrase() + ")").collect(Collectors.joining(" & "));
    }

    String inBag() {
        return lexemes.stream().map(Lexemes::all).collect(Collectors.joining(" & "));
    }

    /** Any of the words, to choose the piece that a snippet is cut from. */
    String any() {
        return lexemes.stream().map(l -> "(" + l.phrase() + ")").collect(Collectors.joining(" | "));
    }

    /** What has to be verified on the pieces, because its words could stand apart. */
    List<String> phrases() {
        return lexemes.stream().filter(l -> !l.single()).map(Lexemes::phrase).toList();
    }
}
