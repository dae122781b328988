package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;

/** Half-width punctuation in Chinese text (半角标点): a mark of another script right behind or before a Chinese character. */
record HalfWidth(String half, String full) implements Look {

    /** Settings: {@code half} and {@code full}, the marks in the same order. */
    static Look of(Settings settings) {
        return new HalfWidth(settings.text("half"), settings.text("full"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        for (int at = 0; at < words.length(); at++) {
            int mark = half.indexOf(words.charAt(at));
            if (mark >= 0 && (chinese(words, at - 1) || chinese(words, at + 1)) && !betweenFigures(words, at)) {
                String right = full.substring(mark, mark + 1);
                flaws.add(Flaw.at(at, at + 1).saying("half-width.mark", words.substring(at, at + 1), right).rather(right));
            }
        }
        return flaws;
    }

    private static boolean chinese(String words, int at) {
        return at >= 0 && at < words.length() && (Character.isIdeographic(words.charAt(at)) || "》”）".indexOf(words.charAt(at)) >= 0);
    }

    private static boolean betweenFigures(String words, int at) {
        return at > 0 && at + 1 < words.length() && Character.isDigit(words.charAt(at - 1)) && Character.isDigit(words.charAt(at + 1));
    }
}
