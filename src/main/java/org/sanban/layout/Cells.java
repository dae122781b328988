package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table whose text is broken into the cells of its columns. Heights count in lines of {@code pitch} mm.
 *
 * @param widths of the columns in mm
 * @param rows lines of each cell of each row
 */
record Cells(double[] widths, List<List<List<List<Letter>>>> rows, double pitch, double size, double padding, double stroke) {

    private static final double NARROWEST = 3;
    /** What is shorter stands in the middle of its cell; in characters. */
    private static final double SHORT = 9;

    /** @param shares relative widths, empty for widths by content */
    static Cells of(List<List<List<Letter>>> rows, double width, List<Double> shares, Type type, double pitch, double padding, double stroke) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        double[] wanted = new double[columns];
        for (int n = 0; n < columns; n++) {
            wanted[n] = n < shares.size() ? shares.get(n) : shares.isEmpty() ? content(rows, n, type) + 2 * padding : 1;
        }
        double[] widths = fitted(wanted, width, shares.isEmpty() ? NARROWEST * type.cell() + 2 * padding : 0);
        List<List<List<List<Letter>>>> broken = rows.stream()
                .map(row -> IntStream.range(0, columns).mapToObj(n -> lines(n < row.size() ? row.get(n) : List.of(), widths[n] - 2 * padding)).toList())
                .toList();
        return new Cells(widths, broken, pitch, type.size(), padding, stroke);
    }

    private static List<List<Letter>> lines(List<Letter> cell, double width) {
        return cell.isEmpty() ? List.of() : Lines.of(cell, width, width);
    }

    private static double content(List<List<List<Letter>>> rows, int column, Type type) {
        return rows.stream().filter(row -> column < row.size()).mapToDouble(row -> Lines.width(row.get(column))).max().orElse(type.cell()) + 0.1;
    }

    /** Wide columns give way first, none below the narrowest. */
    private static double[] fitted(double[] wanted, double width, double narrowest) {
        double sum = IntStream.range(0, wanted.length).mapToDouble(n -> wanted[n]).sum();
        double[] fitted = new double[wanted.length];
        double least = Math.min(narrowest, width / wanted.length);
        if (sum <= width) {
            for (int n = 0; n < wanted.length; n++) {
                fitted[n] = wanted[n] * width / sum;
            }
            return fitted;
        }
        double low = 0;
        double high = width;
        for (int turn = 0; turn < 50; turn++) {
            double cap = (low + high) / 2;
            double total = IntStream.range(0, wanted.length).mapToDouble(n -> Math.max(least, Math.min(wanted[n], cap))).sum();
            if (total > width) {
                high = cap;
            } else {
                low = cap;
            }
        }
        double total = 0;
        for (int n = 0; n < wanted.length; n++) {
            fitted[n] = Math.max(least, Math.min(wanted[n], low));
            total += fitted[n];
        }
        for (int n = 0; n < wanted.length; n++) {
            fitted[n] *= width / total;
        }
        return fitted;
    }

    /** The same table with no row of more than {@code most} lines: what is longer goes on in a row of its own. */
    Cells split(int most) {
        List<List<List<List<Letter>>>> parts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int from = 0; from < lines(row); from += most) {
                int start = from;
                parts.add(rows.get(row).stream().map(cell -> cell.subList(Math.min(start, cell.size()), Math.min(start + most, cell.size()))).toList());
            }
        }
        return new Cells(widths, parts, pitch, size, padding, stroke);
    }

    Cells at(double otherPitch) {
        return new Cells(widths, rows, otherPitch, size, padding, stroke);
    }

    double width() {
        return IntStream.range(0, widths.length).mapToDouble(n -> widths[n]).sum();
    }

    int lines(int row) {
        return Math.max(1, rows.get(row).stream().mapToInt(List::size).max().orElse(1));
    }

    double height(int row) {
        return lines(row) * pitch;
    }

    /** Draws a row with the strokes around it; text is centred in height, and in width in the head and where it is short. */
    void draw(Drawing page, int row, double left, double top) {
        double height = height(row);
        double x = left;
        for (int n = 0; n < widths.length; n++) {
            List<List<Letter>> lines = rows.get(row).get(n);
            double y = top + (height - lines.size() * pitch) / 2 + (pitch - size) / 2;
            for (List<Letter> line : lines) {
                double room = widths[n] - 2 * padding;
                double at = inMiddle(row, lines) ? (room - Lines.width(line)) / 2 : 0;
                page.text(line, x + padding + at, y);
                y += pitch;
            }
            page.stroke(x, top, x, top + height, stroke, Ink.BLACK);
            x += widths[n];
        }
        page.stroke(x, top, x, top + height, stroke, Ink.BLACK);
        page.stroke(left, top, x, top, stroke, Ink.BLACK);
        page.stroke(left, top + height, x, top + height, stroke, Ink.BLACK);
    }

    /** Does the text of a cell stand in the middle of its width? */
    boolean inMiddle(int row, List<List<Letter>> lines) {
        return row == 0 || lines.size() == 1 && Lines.width(lines.getFirst()) < SHORT * size;
    }

    static List<List<Letter>> row(List<String> cells, Casting casting, Type type, String element, int from) {
        List<List<Letter>> row = new ArrayList<>();
        int at = from;
        for (String cell : cells) {
            row.add(casting.letters(cell, type, element, at));
            at += cell.length() + 3;
        }
        return row;
    }
}
