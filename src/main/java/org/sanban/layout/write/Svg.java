package org.sanban.layout.write;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sanban.layout.Ink;
import org.sanban.layout.Page;
import org.sanban.layout.Run;
import org.sanban.layout.Seal;
import org.sanban.layout.Stroke;
import org.sanban.layout.fonts.Typeface;

/** A page as a picture for the browser: the same shapes at the same places as in print, no font needed, seals shown as rings. */
public final class Svg {

    private static final int UNITS = 1000;

    private record Shape(Typeface face, int character) {}

    private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private Svg() {}

    public static String write(Page page) {
        Svg svg = new Svg();
        page.strokes().forEach(svg::stroke);
        page.runs().forEach(svg::run);
        page.seals().forEach(svg::seal);
        StringBuilder out = new StringBuilder(1 << 16);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(n(page.width())).append(' ').append(n(page.height()))
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><defs>");
        svg.shapes.forEach((shape, id) -> out.append("<path id=\"g").append(id).append("\" d=\"").append(path(shape)).append("\"/>"));
        return out.append("</defs>").append(svg.body).append("</svg>").toString();
    }

    private void stroke(Stroke s) {
        body.append("<path d=\"M").append(n(s.x1())).append(' ').append(n(s.y1())).append('L').append(n(s.x2())).append(' ').append(n(s.y2()))
                .append("\" stroke=\"").append(color(s.ink())).append("\" stroke-width=\"").append(n(s.width())).append("\"/>");
    }

    private void run(Run r) {
        String scale = n(r.size() / UNITS * 1000);
        body.append("<g fill=\"").append(color(r.ink())).append("\" transform=\"translate(").append(n(r.x())).append(' ').append(n(r.y())).append(')')
                .append(r.upwards() ? "rotate(-90)" : "").append("scale(").append(scale).append("e-3 -").append(scale).append("e-3)\">");
        double at = 0;
        int[] characters = r.text().codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int id = shapes.computeIfAbsent(new Shape(r.face(), characters[i]), shape -> shapes.size());
            body.append("<use href=\"#g").append(id).append("\" x=\"").append(Math.round(at / r.size() * UNITS)).append("\"/>");
            at += i < r.steps().length ? r.steps()[i] : 0;
        }
        body.append("</g>");
    }

    private void seal(Seal s) {
        body.append("<ellipse cx=\"").append(n(s.x() + s.width() / 2)).append("\" cy=\"").append(n(s.y() + s.height() / 2))
                .append("\" rx=\"").append(n(s.width() / 2)).append("\" ry=\"").append(n(s.height() / 2))
                .append("\" fill=\"none\" stroke=\"").append(color(Ink.RED)).append("\" stroke-width=\".5\" stroke-dasharray=\"2 1.5\"/>");
    }

    private static String path(Shape shape) {
        GeneralPath path = shape.face().shape(shape.character());
        StringBuilder d = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> points(d, 'M', c, 2, shape.face());
                case PathIterator.SEG_LINETO -> points(d, 'L', c, 2, shape.face());
                case PathIterator.SEG_QUADTO -> points(d, 'Q', c, 4, shape.face());
                case PathIterator.SEG_CUBICTO -> points(d, 'C', c, 6, shape.face());
                default -> d.append('Z');
            }
        }
        return d.toString();
    }

    private static void points(StringBuilder d, char what, double[] c, int count, Typeface face) {
        d.append(what);
        for (int i = 0; i < count; i++) {
            long value = Math.round(c[i] * UNITS / face.unitsPerEm());
            d.append(i > 0 && value >= 0 ? " " : "").append(value);
        }
    }

    private static String color(Ink ink) {
        return ink == Ink.RED ? "#d7261e" : "#111";
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }
}
