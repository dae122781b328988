package org.sanban.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breaks a title (标题) into lines: words whole, the lines in the shape of a trapezoid or a diamond. */
final class Title {

    /** A line that differs from its shape by one character costs its square; a word that is cut costs as much as this. */
    private static final double CUT = 400;
    private static final double GOOD = 12;

    private final List<Letter> letters;
    private final Words words;
    private final double most;
    private final String about;
    private double best = Double.MAX_VALUE;
    private int @Nullable [] breaks;

    private Title(List<Letter> letters, Words words, double most, String about) {
        this.letters = letters;
        this.words = words;
        this.most = most;
        this.about = about;
    }

    /**
     * @param most width of the widest line in mm
     * @param about the word 关于, which begins a line rather than ends it
     */
    static List<List<Letter>> lines(List<Letter> letters, Words words, double most, String about) {
        double width = Lines.width(letters);
        if (width <= most || letters.size() < 2) {
            return List.of(letters);
        }
        int least = (int) Math.ceil(width / most);
        for (int lines = least; lines < least + 3; lines++) {
            Title title = new Title(letters, words, most, about);
            title.search(new int[lines - 1], 0, 1);
            int[] found = title.breaks;
            if (found != null) {
                return cut(letters, found);
            }
        }
        return Lines.of(letters, most, most);
    }

    private static List<List<Letter>> cut(List<Letter> letters, int[] breaks) {
        List<List<Letter>> lines = new ArrayList<>();
        int from = 0;
        for (int to : breaks) {
            lines.add(letters.subList(from, to));
            from = to;
        }
        lines.add(letters.subList(from, letters.size()));
        return lines;
    }

    private void search(int[] chosen, int n, int from) {
        if (n == chosen.length) {
            double cost = cost(chosen);
            if (cost < best) {
                best = cost;
                breaks = Arrays.copyOf(chosen, chosen.length);
            }
            return;
        }
        int start = n == 0 ? 0 : chosen[n - 1];
        double width = Lines.width(letters.subList(start, from));
        for (int at = from; at < letters.size(); at++) {
            if (width > most) {
                return;
            }
            if (allowed(at)) {
                chosen[n] = at;
                search(chosen, n + 1, at + 1);
            }
            width += letters.get(at).width();
        }
    }

    private boolean allowed(int at) {
        return Lines.mayCut(letters.get(at - 1), letters.get(at)) && (letters.size() > 60 || words.mayBreak(letters.get(at).place().at()));
    }

    private double cost(int[] chosen) {
        double cell = letters.getFirst().type().cell();
        double[] lengths = cut(letters, chosen).stream().mapToDouble(line -> Lines.width(line) / cell).toArray();
        double mean = Arrays.stream(lengths).average().orElse(0);
        if (Arrays.stream(lengths).anyMatch(length -> length * cell > most + 0.01)) {
            return Double.MAX_VALUE;
        }
        double shape = Double.MAX_VALUE;
        for (double[] ideal : ideals(lengths.length)) {
            double sum = 0;
            for (int n = 0; n < lengths.length; n++) {
                sum += Math.pow(lengths[n] - mean - ideal[n], 2);
            }
            shape = Math.min(shape, sum);
        }
        return shape + (hourglass(lengths) ? CUT : 0) + Arrays.stream(chosen).mapToDouble(this::place).sum();
    }

    /** What a break costs for where it stands: best before "about", never after it; rather not inside book-title marks. */
    private double place(int at) {
        String text = words.text();
        int in = letters.get(at).place().at() - letters.getFirst().place().at();
        double cost = text.startsWith(about, in) ? -GOOD : text.startsWith(about, in - about.length()) ? CUT / 4 : 0;
        long open = text.substring(0, in).chars().filter(c -> c == '《').count() - text.substring(0, in).chars().filter(c -> c == '》').count();
        return cost + (open > 0 ? GOOD * 2 : 0);
    }

    /** Short in the middle: neither a trapezoid nor a diamond. */
    private static boolean hourglass(double[] lengths) {
        for (int n = 1; n < lengths.length - 1; n++) {
            if (lengths[n] < lengths[n - 1] && lengths[n] < lengths[n + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Differences from the mean, in characters: widening, narrowing, wide in the middle. */
    private static double[][] ideals(int lines) {
        double[] wide = new double[lines];
        double[] narrow = new double[lines];
        double[] diamond = new double[lines];
        for (int n = 0; n < lines; n++) {
            wide[n] = (n - (lines - 1) / 2.0) * 3;
            narrow[n] = -wide[n];
            diamond[n] = lines > 2 ? (n == 0 || n == lines - 1 ? -2 : 4.0 / (lines - 2)) : wide[n];
        }
        return new double[][] {wide, narrow, diamond};
    }
}
