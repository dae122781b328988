package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Turns an outline of lines, quadratic and cubic curves into the bytes of a simple TrueType glyph. Cubics are cut until they are half a unit true. */
final class Outline {

    private static final double TRUE = 0.5;
    private static final int ON = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int X_SAME = 16;
    private static final int Y_SAME = 32;

    private record Point(int x, int y, boolean on) {}

    private final List<List<Point>> contours = new ArrayList<>();
    private List<Point> open = new ArrayList<>();
    private double x;
    private double y;

    Outline(GeneralPath path) {
        double[] c = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    close();
                    to(c[0], c[1]);
                }
                case PathIterator.SEG_LINETO -> to(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> quad(c[0], c[1], c[2], c[3]);
                case PathIterator.SEG_CUBICTO -> cubic(c);
                default -> close();
            }
        }
        close();
    }

    Glyph glyph(double advance, int em) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        contours.forEach(contour -> contour.forEach(p -> {
            box[0] = Math.min(box[0], p.x());
            box[1] = Math.min(box[1], p.y());
            box[2] = Math.max(box[2], p.x());
            box[3] = Math.max(box[3], p.y());
        }));
        if (contours.isEmpty()) {
            return new Glyph(advance, 0, 0, new byte[0], 0, 0, new int[4]);
        }
        int points = contours.stream().mapToInt(List::size).sum();
        return new Glyph(advance, (double) box[3] / em, (double) box[1] / em, bytes(box), contours.size(), points, box);
    }

    private void close() {
        if (open.size() > 1 && open.getFirst().equals(open.getLast())) {
            open.removeLast();
        }
        if (open.size() > 2) {
            contours.add(open);
        }
        open = new ArrayList<>();
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
        add(toX, toY, true);
    }

    private void quad(double cx, double cy, double toX, double toY) {
        add(cx, cy, false);
        to(toX, toY);
    }

    private void cubic(double[] c) {
        double fromX = x;
        double fromY = y;
        double offX = c[4] - 3 * c[2] + 3 * c[0] - fromX;
        double offY = c[5] - 3 * c[3] + 3 * c[1] - fromY;
        double error = Math.hypot(offX, offY) * Math.sqrt(3) / 36;
        int pieces = Math.clamp((int) Math.ceil(Math.cbrt(error / TRUE)), 1, 8);
        for (int n = 0; n < pieces; n++) {
            double t0 = (double) n / pieces;
            double t1 = (double) (n + 1) / pieces;
            double[] a = at(fromX, fromY, c, t0);
            double[] b = at(fromX, fromY, c, t1);
            double third = (t1 - t0) / 3;
            double cx = (3 * (a[0] + a[2] * third) + 3 * (b[0] - b[2] * third) - a[0] - b[0]) / 4;
            double cy = (3 * (a[1] + a[3] * third) + 3 * (b[1] - b[3] * third) - a[1] - b[1]) / 4;
            quad(cx, cy, b[0], b[1]);
        }
    }

    /** Place and direction of a cubic at {@code t}. */
    private static double[] at(double fromX, double fromY, double[] c, double t) {
        double u = 1 - t;
        return new double[] {
            u * u * u * fromX + 3 * u * u * t * c[0] + 3 * u * t * t * c[2] + t * t * t * c[4],
            u * u * u * fromY + 3 * u * u * t * c[1] + 3 * u * t * t * c[3] + t * t * t * c[5],
            3 * u * u * (c[0] - fromX) + 6 * u * t * (c[2] - c[0]) + 3 * t * t * (c[4] - c[2]),
            3 * u * u * (c[1] - fromY) + 6 * u * t * (c[3] - c[1]) + 3 * t * t * (c[5] - c[3])
        };
    }

    private void add(double px, double py, boolean on) {
        Point point = new Point((int) Math.round(px), (int) Math.round(py), on);
        if (open.isEmpty() || !on || !open.getLast().equals(point)) {
            open.add(point);
        }
    }

    private byte[] bytes(int[] box) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        two(out, contours.size());
        for (int edge : box) {
            two(out, edge);
        }
        int last = -1;
        for (List<Point> contour : contours) {
            last += contour.size();
            two(out, last);
        }
        two(out, 0);
        ByteArrayOutputStream xs = new ByteArrayOutputStream();
        ByteArrayOutputStream ys = new ByteArrayOutputStream();
        int atX = 0;
        int atY = 0;
        for (List<Point> contour : contours) {
            for (Point p : contour) {
                out.write((p.on() ? ON : 0) | step(p.x() - atX, xs, X_SHORT, X_SAME) | step(p.y() - atY, ys, Y_SHORT, Y_SAME));
                atX = p.x();
                atY = p.y();
            }
        }
        out.writeBytes(xs.toByteArray());
        out.writeBytes(ys.toByteArray());
        return out.toByteArray();
    }

    private static int step(int by, ByteArrayOutputStream out, int isShort, int same) {
        if (by == 0) {
            return same;
        }
        if (Math.abs(by) < 256) {
            out.write(Math.abs(by));
            return isShort | (by > 0 ? same : 0);
        }
        two(out, by);
        return 0;
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
