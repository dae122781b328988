package org.sanban.layout;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** Straight lines across a page, whichever way a program drew them: stroked, or as narrow filled boxes. */
final class PdfStrokes extends PDFGraphicsStreamEngine {

    private static final double NARROW = 1.5;
    private static final double LONG = 50;

    private final int number;
    private final double height;
    private final GeneralPath path = new GeneralPath();
    private final List<Printed.Line> lines = new ArrayList<>();

    private PdfStrokes(PDPage page, int number) {
        super(page);
        this.number = number;
        this.height = page.getMediaBox().getHeight();
    }

    /** Level lines of all pages, a line each however it was put together. */
    static List<Printed.Line> level(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Printed.Line> all = new ArrayList<>();
            for (int n = 0; n < document.getNumberOfPages(); n++) {
                PdfStrokes strokes = new PdfStrokes(document.getPage(n), n + 1);
                strokes.processPage(document.getPage(n));
                all.addAll(strokes.lines);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drawn(double thick) {
        Rectangle2D box = path.getBounds2D();
        double high = Math.max(box.getHeight(), thick) * Figures.POINT;
        if (high < NARROW && box.getWidth() * Figures.POINT > LONG) {
            double y = (height - box.getCenterY()) * Figures.POINT;
            lines.add(new Printed.Line(number, box.getMinX() * Figures.POINT, y, box.getMaxX() * Figures.POINT, y, high));
        }
        path.reset();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return path.getCurrentPoint() == null ? new Point2D.Float() : path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        drawn(getGraphicsState().getLineWidth() * getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX());
    }

    @Override
    public void fillPath(int rule) {
        drawn(0);
    }

    @Override
    public void fillAndStrokePath(int rule) {
        drawn(0);
    }

    @Override
    public void clip(int rule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName name) {
        path.reset();
    }
}
