package org.sanban.collation;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** The ruled lines of a page of a PDF, however they were drawn: stroked, or as narrow filled boxes. */
final class PdfRules extends PDFGraphicsStreamEngine {

    private static final double NARROW = 3;

    private final float height;
    private final GeneralPath path = new GeneralPath();
    private final Rules rules = new Rules();

    private PdfRules(PDPage page) {
        super(page);
        height = page.getCropBox().getUpperRightY();
    }

    /** None where the page is turned, or where what is drawn on it cannot be read: its text can all the same. */
    static Rules of(PDPage page) {
        PdfRules reader = new PdfRules(page);
        try {
            if (page.getRotation() == 0) {
                reader.processPage(page);
            }
            return reader.rules;
        } catch (IOException | RuntimeException e) {
            return Rules.NONE;
        }
    }

    /** Narrow boxes are lines; the edges of others are, where they were stroked. */
    private void drawn(boolean stroked) {
        double[] at = new double[6];
        Point2D.Double start = new Point2D.Double();
        List<Point2D.Double> corners = new ArrayList<>();
        for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
            switch (step.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    shape(corners, stroked);
                    start = new Point2D.Double(at[0], at[1]);
                    corners.add(start);
                }
                case PathIterator.SEG_CLOSE -> corners.add(start);
                default -> corners.add(new Point2D.Double(at[0], at[1]));
            }
        }
        shape(corners, stroked);
        path.reset();
    }

    private void shape(List<Point2D.Double> corners, boolean stroked) {
        if (corners.size() > 1) {
            Rectangle2D box = new Rectangle2D.Double(corners.getFirst().x, corners.getFirst().y, 0, 0);
            corners.forEach(box::add);
            if (Math.min(box.getWidth(), box.getHeight()) < NARROW) {
                line(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            } else if (stroked) {
                for (int n = 1; n < corners.size(); n++) {
                    line(corners.get(n - 1).x, corners.get(n - 1).y, corners.get(n).x, corners.get(n).y);
                }
            }
        }
        corners.clear();
    }

    private void line(double x1, double y1, double x2, double y2) {
        rules.add(Math.min(x1, x2), height - Math.max(y1, y2), Math.max(x1, x2), height - Math.min(y1, y2));
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) {}

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
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        moveTo(x3, y3);
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
        drawn(true);
    }

    @Override
    public void fillPath(int rule) {
        drawn(false);
    }

    @Override
    public void fillAndStrokePath(int rule) {
        drawn(true);
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
