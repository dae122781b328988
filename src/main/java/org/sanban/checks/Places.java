package org.sanban.checks;

/** Where words stand in a text. */
final class Places {

    private Places() {}

    /** Does {@code word} stand in the text so that it holds the whole place, or lies across its middle and beyond one end? */
    static boolean covers(String word, String text, int from, int to) {
        for (int start = Math.max(0, to - word.length()); start <= from; start++) {
            if (text.startsWith(word, start)) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of the sentence that holds {@code at}; clauses ended by a semicolon are sentences. */
    static int sentenceFrom(String text, int at) {
        int from = at;
        while (from > 0 && !ends(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** Behind the last character of the sentence that holds {@code at}, its mark left out. */
    static int sentenceTo(String text, int at) {
        int to = at;
        while (to < text.length() && !ends(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean ends(char mark) {
        return "。；！？\n".indexOf(mark) >= 0;
    }
}
