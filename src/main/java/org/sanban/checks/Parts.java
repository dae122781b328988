package org.sanban.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts in sentences (共……其中、按……分): parts that are named after a whole never come to more than it, and a breakdown by one quality comes
 * to one of the wholes named before it in the paragraph. Tables are {@code routing} R-29.
 */
record Parts(Pattern figure, Pattern among, Pattern breakdown, Pattern inner) implements Look {

    /**
     * Settings: {@code figure}, a pattern with groups {@code figure} and {@code unit}; {@code among}, the word that begins parts of the whole before
     * it; {@code breakdown}, the words that begin a whole breakdown, with a group {@code by}; {@code inner}, what stands before a figure that is no part.
     */
    static Look of(Settings settings) {
        return new Parts(settings.pattern("figure"), settings.pattern("among"), settings.pattern("breakdown"), settings.pattern("inner"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<Flaw> flaws = new ArrayList<>();
        String words = text.text();
        Matcher begins = among.matcher(words);
        while (begins.find()) {
            among(words, begins, flaws);
        }
        Matcher broken = breakdown.matcher(words);
        while (broken.find()) {
            breakdown(words, broken, flaws);
        }
        return flaws;
    }

    private void among(String words, Matcher begins, List<Flaw> flaws) {
        List<Figure> before = Figure.in(words, Places.sentenceFrom(words, begins.start()), begins.start(), figure);
        if (before.isEmpty()) {
            return;
        }
        Figure whole = before.getLast();
        List<Figure> parts = parts(words, begins.end(), Places.sentenceTo(words, begins.end()), whole.unit());
        if (parts.size() < 2) {
            parts = parts.stream().filter(part -> part.value().compareTo(whole.value()) > 0).toList();
        }
        BigDecimal sum = sum(parts);
        if (!parts.isEmpty() && sum.compareTo(whole.value()) > 0) {
            flaws.add(Flaw.at(whole.from(), parts.getLast().to()).saying("parts.more", whole.words(), sum.toPlainString() + whole.unit()));
        }
    }

    private void breakdown(String words, Matcher broken, List<Flaw> flaws) {
        int to = Places.sentenceTo(words, broken.end());
        List<Figure> all = Figure.in(words, broken.end(), to, figure);
        if (all.isEmpty()) {
            return;
        }
        List<Figure> parts = parts(words, broken.end(), to, all.getFirst().unit());
        int paragraph = words.lastIndexOf('\n', broken.start()) + 1;
        int before = paragraph > 1 ? words.lastIndexOf('\n', paragraph - 2) + 1 : 0;
        List<Figure> wholes = Figure.in(words, before, broken.start(), figure).stream()
                .filter(whole -> whole.unit().equals(all.getFirst().unit())).toList();
        BigDecimal sum = sum(parts);
        boolean wholeKnown = wholes.stream().anyMatch(whole -> whole.value().compareTo(sum) == 0);
        if (parts.size() > 1 && !wholes.isEmpty() && !wholeKnown) {
            Figure whole = wholes.stream().filter(one -> one.value().compareTo(parts.getFirst().value()) >= 0).findFirst().orElse(wholes.getFirst());
            flaws.add(Flaw.at(broken.start(), parts.getLast().to()).saying("parts.other", sum.toPlainString() + whole.unit(), whole.words()));
        }
    }

    /** Figures of that unit, but for those that tell of another one. */
    private List<Figure> parts(String words, int from, int to, String unit) {
        return Figure.in(words, from, to, figure).stream()
                .filter(part -> part.unit().equals(unit) && !inner.matcher(words.substring(from, part.from())).find())
                .toList();
    }

    private static BigDecimal sum(List<Figure> figures) {
        return figures.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
